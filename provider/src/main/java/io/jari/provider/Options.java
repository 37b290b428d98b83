package io.jari.provider;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line. */
record Options(boolean help, String host, int port, Path data, Path shops, boolean untilStdinEnds) {
    private static final Set<String> VALUED = Set.of("--host", "--port", "--data", "--shops");
    private static final Set<String> ALONE = Set.of("--until-stdin-ends", "--help");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_PORT = 65_535;

    static final String USAGE = """
            A payment provider to test against.

            Usage: java -jar jari-provider.jar --data DIR --shops FILE [OPTIONS]

              --data DIR           where its log is kept; made when missing
              --shops FILE         who has an account, as JSON:
                                   [{"name":"alpha","style":"callback","key":"sk_...","secret":"whsec_BASE64"}]
                                   style callback captures when the guest pays,
                                   style confirm when the shop confirms
              --host ADDRESS       where it listens, an address of this machine; 127.0.0.1
              --port N             0 is any free one; 0
              --until-stdin-ends   exit when standard input ends
              --help               show this
            """;

    /** Words that cannot be understood; the message says which, for people. */
    static final class Misuse extends RuntimeException {
        Misuse(String message) {
            super(message);
        }
    }

    static Options parse(List<String> words) {
        var values = new HashMap<String, String>();
        var rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (!VALUED.contains(word) && !ALONE.contains(word)) {
                throw new Misuse("There is no option " + word + "; --help shows those there are");
            }
            if (VALUED.contains(word) && rest.isEmpty()) {
                throw new Misuse(word + " needs a value");
            }
            if (values.put(word, ALONE.contains(word) ? "" : rest.removeFirst()) != null) {
                throw new Misuse(word + " is there twice");
            }
        }
        var help = values.containsKey("--help");
        return new Options(
                help,
                host(values.getOrDefault("--host", LOOPBACK)),
                port(values.getOrDefault("--port", "0")),
                path(values, "--data", help),
                path(values, "--shops", help),
                values.containsKey("--until-stdin-ends"));
    }

    private static String host(String text) {
        if (text.matches("[0-9.]{7,15}")) {
            return text;
        }
        throw new Misuse("--host takes an address such as 127.0.0.1, not " + text);
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= MOST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Misuse("--port takes a number, not " + text);
        }
        throw new Misuse("--port takes 0 to " + MOST_PORT + ", not " + text);
    }

    private static Path path(Map<String, String> values, String name, boolean needless) {
        return Optional.ofNullable(values.get(name))
                .or(() -> needless ? Optional.of("") : Optional.empty())
                .map(Path::of)
                .orElseThrow(() -> new Misuse(name + " is needed; --help shows more"));
    }
}
