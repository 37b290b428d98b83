package io.jari.provider.json;

/** What a text from outside may contain: it is kept in the log, shown on pages and sent on. */
public final class Texts {
    private static final int MOST_SHOWN = 40;

    private Texts() {}

    public static String checked(String name, String text, int most) {
        if (text.isBlank()) {
            throw new BadInput(name + " is empty");
        }
        if (text.length() > most) {
            throw new BadInput("%s has %d characters; %d are allowed".formatted(name, text.length(), most));
        }
        // A lone half of a surrogate pair has no form in UTF-8: the log could not be written.
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new BadInput(name + " has characters that are not allowed");
        }
        return text;
    }

    /** Fit for a message: short, and nothing that a terminal would obey. */
    public static String shown(String text) {
        var plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .limit(MOST_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return plain.toString();
    }
}
