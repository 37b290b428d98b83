package io.jari.core.seat;

/**
 * What a part of a hall is called in two languages. A plan has room for one name, so it says both, Korean first:
 * {@code 1층 3구역 · Parterre, section 3}.
 */
public record BothNames(String korean, String english) {
    private static final String BETWEEN = " · ";

    /** A name that does not say two, Korean before the dot and none after it, is the same in both. */
    public static BothNames of(String name) {
        var dot = name.indexOf(BETWEEN);
        if (dot < 0) {
            return new BothNames(name, name);
        }
        var before = name.substring(0, dot);
        var after = name.substring(dot + BETWEEN.length());
        return isKorean(before) && !isKorean(after) && !after.isBlank()
                ? new BothNames(before, after)
                : new BothNames(name, name);
    }

    private static boolean isKorean(String text) {
        return text.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL);
    }

    /** As a plan says it. */
    String text() {
        return korean + BETWEEN + english;
    }
}
