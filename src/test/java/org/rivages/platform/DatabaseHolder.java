package org.rivages.platform;

import java.nio.file.Path;

/** A program of its own that keeps a database running until it is killed. */
final class DatabaseHolder {

    private DatabaseHolder() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
        System.out.println(postgres.url());
        Thread.currentThread().join();
    }
}
