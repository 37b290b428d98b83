package io.jari.account;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is told in place of a code when the phone is gone: 123 random bits, so that a plain hash keeps it. */
final class RecoveryCode {
    static final int COUNT = 10;
    private static final int GROUPS = 5;
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private RecoveryCode() {}

    static List<String> fresh() {
        return Stream.generate(() -> FreshPassword.groups(GROUPS)).limit(COUNT).toList();
    }

    /** The same however it is typed. */
    static TokenHash hash(String code) {
        return TokenHash.of(BETWEEN.matcher(code).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
