package org.rivages.platform;

import org.springframework.context.LifecycleProcessor;

/** Starts no worker: a command works alone, beside a program whose workers may be running. */
final class NoLifecycle implements LifecycleProcessor {

    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }
}
