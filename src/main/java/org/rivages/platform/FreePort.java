package org.rivages.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port of this machine for a program that is told its port before it starts. A port that the
 * system gives (port 0) comes from the range of outgoing connections: one of these may take it
 * before the program listens. So one below that range is looked for, by chance, for others look
 * too.
 */
public final class FreePort {
    private static final int FROM = 10_000;

    /** Linux starts outgoing connections at 32768, some systems at 16000. */
    private static final int BELOW = 16_000;

    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /**
     * @throws Refusal if none is found
     */
    public static int pick() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, BELOW);
            if (free(port)) {
                return port;
            }
        }
        throw Refusal.notAvailable("No port is free.");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
