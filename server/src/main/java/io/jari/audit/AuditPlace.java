package io.jari.audit;

import io.jari.http.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a list goes on, newest first: with what comes before this. */
record AuditPlace(Instant at, long version, int n) {
    private static final int PARTS = 3;

    /** Before any entry's. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** After any entry's. */
    static final AuditPlace NEWEST = new AuditPlace(Instant.parse("9999-12-30T00:00:00Z"), Long.MAX_VALUE, 0);

    static AuditPlace parse(@Nullable String cursor) {
        return cursor == null
                ? NEWEST
                : Cursor.parse(
                        cursor,
                        PARTS,
                        parts -> new AuditPlace(
                                Cursor.time(parts.get(0)),
                                Long.parseLong(parts.get(1)),
                                Integer.parseInt(parts.get(2))));
    }

    String cursor() {
        return Cursor.of(at, version, n);
    }
}
