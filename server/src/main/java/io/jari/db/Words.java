package io.jari.db;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;

/** The words after a verb, read one after the other; a {@link StartRefused} that names the option where one is not understood. */
public final class Words {
    private final ArrayDeque<String> left;

    public Words(Collection<String> words) {
        this.left = new ArrayDeque<>(words);
    }

    public boolean areLeft() {
        return !left.isEmpty();
    }

    public String next() {
        return left.removeFirst();
    }

    /** What comes after that option. */
    public String value(String option) {
        if (left.isEmpty()) {
            throw new StartRefused(option + " needs a value");
        }
        return left.removeFirst();
    }

    public int number(String option, int least, int most) {
        return number(option, value(option), least, most);
    }

    /** What comes after that option, with commas. */
    public List<Integer> numbers(String option, int least, int most) {
        return List.of(value(option).split(",", -1)).stream()
                .map(text -> number(option, text, least, most))
                .toList();
    }

    /** A number from {@code least} to {@code most}, both included. */
    public static int number(String option, String text, int least, int most) {
        try {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new StartRefused("%s takes a number from %d to %d, not %s".formatted(option, least, most, text));
    }

    /** One of those. */
    public String one(String option, String... allowed) {
        var value = value(option);
        if (!List.of(allowed).contains(value)) {
            throw new StartRefused("%s takes %s, not %s".formatted(option, String.join(", ", allowed), value));
        }
        return value;
    }
}
