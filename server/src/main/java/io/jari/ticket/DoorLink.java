package io.jari.ticket;

import io.jari.ticket.DoorLinkBodies.DoorLinkBody;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A link of a date, as it is kept: without its token, which begins with the date so that one partition is asked. */
record DoorLink(
        int dateId,
        int link,
        String gate,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {
    private static final String PREFIX = "jd_";
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "([1-9][0-9]{0,8})_[A-Za-z0-9_-]{43}");

    /** What a token of this date begins with. */
    static String prefix(int dateId) {
        return PREFIX + dateId + "_";
    }

    /** The date whose link this may be. */
    static Optional<Integer> date(@Nullable String token) {
        var matcher = TOKEN.matcher(token == null ? "" : token);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** How the journal names whoever has it. */
    String actor() {
        return "door-link:" + dateId + "-" + link;
    }

    DoorLinkBody body() {
        return new DoorLinkBody(Integer.toString(link), gate, madeBy, madeAt, expiresAt, revokedAt);
    }
}
