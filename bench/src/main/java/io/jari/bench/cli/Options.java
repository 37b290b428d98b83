package io.jari.bench.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words after a verb: {@code --name value} pairs, flags, and those that stand alone. */
public record Options(Map<String, String> named, List<String> alone) {

    /** A word that cannot be understood; the message says which, for people. */
    public static final class Misuse extends RuntimeException {
        public Misuse(String message) {
            super(message);
        }

        public Misuse(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static Options parse(List<String> words, Set<String> known) {
        return parse(words, known, Set.of());
    }

    /** @param flags options that stand without a value */
    public static Options parse(List<String> words, Set<String> known, Set<String> flags) {
        var named = new LinkedHashMap<String, String>();
        var alone = new ArrayList<String>();
        var rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (!word.startsWith("--")) {
                alone.add(word);
            } else if (flags.contains(word.substring(2))) {
                named.put(word.substring(2), "");
            } else if (!known.contains(word.substring(2))) {
                throw new Misuse("There is no option " + word + ". There are: "
                        + Stream.concat(known.stream(), flags.stream())
                                .sorted()
                                .map(name -> "--" + name)
                                .collect(Collectors.joining(", ")));
            } else if (rest.isEmpty()) {
                throw new Misuse(word + " needs a value");
            } else {
                named.put(word.substring(2), rest.removeFirst());
            }
        }
        return new Options(Map.copyOf(named), List.copyOf(alone));
    }

    /** Whether a flag was given. */
    public boolean has(String flag) {
        return named.containsKey(flag);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(named.get(name));
    }

    public String text(String name, String otherwise) {
        return named.getOrDefault(name, otherwise);
    }

    /** A server's address; the usual one where none is named. */
    public URI url(String name) {
        var text = text(name, "http://127.0.0.1:8080");
        try {
            var url = new URI(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new Misuse("--" + name + " takes http://host:port, not " + text, e);
        }
        throw new Misuse("--" + name + " takes http://host:port, not " + text);
    }

    public int number(String name, int otherwise, int least, int most) {
        return (int) decimal(name, otherwise, least, most);
    }

    public double decimal(String name, double otherwise, double least, double most) {
        var text = named.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new Misuse("--" + name + " takes a number, not " + text, e);
        }
        throw new Misuse("--%s takes %s to %s, not %s".formatted(name, least, most, text));
    }
}
