package io.jari.setting;

import java.math.BigDecimal;
import java.util.List;

/** What a value looks like. */
public sealed interface Form {

    /** Whether the value is one. */
    boolean holds(String value);

    /** As a sentence goes on after "must be". */
    String words();

    /** As the reference names it. */
    String name();

    record Whole(long least, long most) implements Form {
        @Override
        public boolean holds(String value) {
            try {
                var number = Long.parseLong(value.strip());
                return number >= least && number <= most;
            } catch (NumberFormatException _) {
                return false;
            }
        }

        @Override
        public String words() {
            return most == Long.MAX_VALUE
                    ? "a whole number from " + least
                    : "a whole number from %d to %d".formatted(least, most);
        }

        @Override
        public String name() {
            return "whole number";
        }
    }

    record Decimal(BigDecimal least, BigDecimal most) implements Form {
        @Override
        public boolean holds(String value) {
            try {
                var number = new BigDecimal(value.strip());
                return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
            } catch (NumberFormatException _) {
                return false;
            }
        }

        @Override
        public String words() {
            return "a number from %s to %s".formatted(least.toPlainString(), most.toPlainString());
        }

        @Override
        public String name() {
            return "number";
        }
    }

    record OneOf(List<String> choices) implements Form {
        @Override
        public boolean holds(String value) {
            return choices.contains(value.strip());
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", choices);
        }

        @Override
        public String name() {
            return String.join(", ", choices);
        }
    }

    /** Whatever can be said of it is said by who reads it. */
    record Words(String name) implements Form {
        @Override
        public boolean holds(String value) {
            return !value.isBlank();
        }

        @Override
        public String words() {
            return "text";
        }
    }
}
