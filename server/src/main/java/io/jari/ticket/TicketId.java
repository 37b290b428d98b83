package io.jari.ticket;

import io.jari.core.id.SignedIds;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which ticket: the hold that was sold, and a seat of it. */
record TicketId(String holdId, int seat) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{%d})-(0|[1-9][0-9]{0,7})".formatted(SignedIds.LENGTH));

    static Optional<TicketId> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new TicketId(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** As it is given out, 40 characters at most. */
    String text() {
        return holdId + "-" + seat;
    }
}
