package io.jari;

import io.jari.db.DataFolder;
import io.jari.db.Mode;
import io.jari.db.StartRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for; the command line wins.
 *
 * @param rest the arguments that belong to the verb itself
 */
record StartOptions(
        OptionalInt port, OptionalInt internalPort, String host, DataFolder folder, Mode mode, List<String> rest) {

    static StartOptions parse(List<String> arguments, Map<String, String> environment) {
        var port = environment.get("JARI_PORT");
        var internalPort = environment.get("JARI_INTERNAL_PORT");
        var data = environment.getOrDefault("JARI_DATA", "data");
        var mode = Mode.DEMO;
        var rest = new ArrayList<String>();
        var words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            switch (word) {
                case "--port" -> port = value(word, words);
                case "--internal-port" -> internalPort = value(word, words);
                case "--data" -> data = value(word, words);
                case "--production" -> mode = Mode.PRODUCTION;
                default -> rest.add(word);
            }
        }
        var host = environment.getOrDefault("JARI_HOST", "127.0.0.1");
        if (mode == Mode.DEMO && !loopback(host)) {
            throw new StartRefused("A demo listens on this machine only, so JARI_HOST=" + host
                    + " is refused. Use --production, or leave JARI_HOST out.");
        }
        if (mode == Mode.PRODUCTION) {
            refuseGuardsOff(environment);
        }
        return new StartOptions(
                number("--port", port),
                number("--internal-port", internalPort),
                host,
                new DataFolder(Path.of(data)),
                mode,
                List.copyOf(rest));
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

    private static String value(String option, ArrayDeque<String> words) {
        if (words.isEmpty()) {
            throw new StartRefused(option + " needs a value");
        }
        return words.removeFirst();
    }

    private static OptionalInt number(String option, @Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= 65_535) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            throw new StartRefused(option + " takes a number from 1 to 65535, not " + text, e);
        }
        throw new StartRefused(option + " takes a number from 1 to 65535, not " + text);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
