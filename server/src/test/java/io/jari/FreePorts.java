package io.jari;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers under test: below those that the system gives to outgoing connections, so that none takes one before its server
 * does, and each JVM of tests begins elsewhere.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int OF_EACH_JVM = 400;
    private static final int JVMS = 30;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int START = FIRST + (int) (ProcessHandle.current().pid() % JVMS) * OF_EACH_JVM;

    private FreePorts() {}

    public static int next() {
        for (var tries = 0; tries < OF_EACH_JVM; tries++) {
            var port = START + NEXT.getAndIncrement() % OF_EACH_JVM;
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken: the next one
            }
        }
        throw new IllegalStateException("no free port from " + START);
    }
}
