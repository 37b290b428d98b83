package io.jari;

import io.jari.db.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two ports to listen on. A default that is taken is passed over, saying who has it; a chosen one is not. */
record Ports(int open, int internal) {
    private static final int DEFAULT_OPEN = 8080;
    private static final int DEFAULT_INTERNAL = 9090;
    private static final int PAIRS_TRIED = 100;

    static Ports choose(StartOptions options, PrintStream out) {
        options.port().ifPresent(port -> refuseTaken("--port", port, options.host()));
        options.internalPort().ifPresent(port -> refuseTaken("--internal-port", port, "127.0.0.1"));
        for (var i = 0; i < PAIRS_TRIED; i++) {
            var open = options.port().orElse(DEFAULT_OPEN + i);
            var internal = options.internalPort().orElse(DEFAULT_INTERNAL + i);
            var openFree = free(open, options.host());
            var internalFree = free(internal, "127.0.0.1");
            if (openFree && internalFree && open != internal) {
                return new Ports(open, internal);
            }
            if (i == 0) {
                announceTaken(open, openFree, out);
                announceTaken(internal, internalFree, out);
            }
        }
        throw new StartRefused("No free pair of ports near %d and %d; choose with --port and --internal-port."
                .formatted(DEFAULT_OPEN, DEFAULT_INTERNAL));
    }

    private static void announceTaken(int port, boolean free, PrintStream out) {
        if (!free) {
            out.printf("Port %d is taken by %s; using the next free pair.%n", port, PortHolder.of(port));
        }
    }

    private static void refuseTaken(String option, int port, String host) {
        if (!free(port, host)) {
            throw new StartRefused("Port %d is taken by %s. Choose another by %s, or leave it out to get a free one."
                    .formatted(port, PortHolder.of(port), option));
        }
    }

    static boolean free(int port, String host) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
