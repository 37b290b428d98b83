package io.jari;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers under test: below those that the system gives to outgoing connections, so that none takes one before its server
 * does. Each JVM of tests has a block of its own, whose first port it listens on as long as it lives.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int IN_BLOCK = 400;
    private static final int BLOCKS = 30;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final ServerSocket BLOCK = block();

    private FreePorts() {}

    private static ServerSocket block() {
        for (var n = 0; n < BLOCKS; n++) {
            try {
                return listen(FIRST + n * IN_BLOCK);
            } catch (IOException _) {
                // another JVM's: the next one
            }
        }
        throw new IllegalStateException("no free block of ports from " + FIRST);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    public static int next() {
        for (var tries = 1; tries < IN_BLOCK; tries++) {
            var port = BLOCK.getLocalPort() + 1 + NEXT.getAndIncrement() % (IN_BLOCK - 1);
            try (var socket = listen(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken: the next one
            }
        }
        throw new IllegalStateException("no free port after " + BLOCK.getLocalPort());
    }
}
