package io.jari;

import io.jari.db.DataFolder;
import io.jari.db.Mode;
import io.jari.db.StartRefused;
import io.jari.db.Words;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for; the command line wins.
 *
 * @param lan under which address a demo's guests reach it from other machines, where they may
 * @param rest the arguments that belong to the verb itself
 */
record StartOptions(
        OptionalInt port,
        OptionalInt internalPort,
        String host,
        Optional<String> lan,
        DataFolder folder,
        Mode mode,
        List<String> rest) {
    private static final String EVERYWHERE = "0.0.0.0";

    static StartOptions parse(List<String> arguments, Map<String, String> environment) {
        var port = environment.get("JARI_PORT");
        var internalPort = environment.get("JARI_INTERNAL_PORT");
        var data = environment.getOrDefault("JARI_DATA", "data");
        var mode = Mode.DEMO;
        var lan = false;
        var rest = new ArrayList<String>();
        var words = new Words(arguments);
        while (words.areLeft()) {
            var word = words.next();
            switch (word) {
                case "--port" -> port = words.value(word);
                case "--internal-port" -> internalPort = words.value(word);
                case "--data" -> data = words.value(word);
                case "--production" -> mode = Mode.PRODUCTION;
                case "--lan" -> lan = true;
                default -> rest.add(word);
            }
        }
        var host = environment.getOrDefault("JARI_HOST", "127.0.0.1");
        if (mode == Mode.DEMO) {
            refuseInDemo(host, environment);
        } else {
            refuseGuardsOff(environment);
        }
        if (lan && mode == Mode.PRODUCTION) {
            throw new StartRefused("--lan is for a demo; in production JARI_HOST says where guests reach it.");
        }
        return new StartOptions(
                number("--port", port),
                number("--internal-port", internalPort),
                lan ? EVERYWHERE : host,
                lan ? Optional.of(LanAddress.of(environment)) : Optional.empty(),
                new DataFolder(Path.of(data)),
                mode,
                List.copyOf(rest));
    }

    private static void refuseInDemo(String host, Map<String, String> environment) {
        if (!loopback(host)) {
            throw new StartRefused("A demo listens on this machine only, so JARI_HOST=" + host
                    + " is refused. Use --lan or --production, or leave JARI_HOST out.");
        }
        for (var name : List.of("JARI_TLS_CERT", "JARI_INTERNAL_TLS_CERT")) {
            if (environment.containsKey(name)) {
                throw new StartRefused("A demo speaks plain http, so " + name + " is refused. Use --production.");
            }
        }
    }

    /** Tests see what the guards prevent by leaving them out. */
    private static void refuseGuardsOff(Map<String, String> environment) {
        for (var name : List.of(
                "JARI_ACCESS_GUARDS",
                "JARI_BOOKING_GUARDS",
                "JARI_SEAT_GUARDS",
                "JARI_WALLET_GUARDS",
                "JARI_QUEUE_GUARDS",
                "JARI_PAYMENT_GUARDS_OFF")) {
            if (environment.containsKey(name)) {
                throw new StartRefused(name + " is for tests alone; leave it out in production.");
            }
        }
    }

    private static OptionalInt number(String option, @Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Words.number(option, text, 1, 65_535));
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
