package io.jari.wallet;

import io.jari.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in an account's history: the version and the order within it. Opaque to those who carry it. */
record StatementCursor(long version, int seq) {
    private static final StatementCursor NEWEST = new StatementCursor(Long.MAX_VALUE, 0);

    /** Where no cursor came the newest is next. Anything that we did not write is 400. */
    static StatementCursor parse(@Nullable String text) {
        if (text == null) {
            return NEWEST;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\.", 2);
            if (parts.length == 2) {
                return new StatementCursor(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException _) {
            // the same answer as for a text without a point
        }
        throw Problem.invalid("cursor", "must be taken from a Link header").exception();
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((version + "." + seq).getBytes(StandardCharsets.US_ASCII));
    }
}
