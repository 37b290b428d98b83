package io.jari.payment;

import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.payment.RefundBodies.RefundLine;
import io.jari.payment.RefundStore.Kind;
import io.jari.payment.RefundStore.Place;
import io.jari.payment.RefundStore.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refunds as a list, above all those that wait for a person. */
@ApplicationScoped
class RefundQueue {
    /** What the database can compare with. */
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private final RefundStore store;

    RefundQueue(RefundStore store) {
        this.store = store;
    }

    /** Some of them, and the cursor to those after. */
    record Page(List<RefundLine> refunds, @Nullable String next) {}

    /** @param status null: those for a person */
    Page page(@Nullable Integer hotelId, @Nullable String status, @Nullable String cursor, int limit) {
        var kind = status == null ? Kind.FOR_A_PERSON : Kind.valueOf(status.toUpperCase(Locale.ROOT));
        var found = store.page(hotelId, kind, cursor == null ? Place.FIRST : parse(cursor), limit + 1);
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(RefundQueue::line).toList(),
                more ? write(page.getLast().place()) : null);
    }

    private static RefundLine line(Row row) {
        var refund = row.refund();
        var partition = row.key().partition();
        return new RefundLine(
                row.key().subject(),
                partition.kind() == Partition.Kind.HOTEL ? Long.toString(partition.id()) : null,
                refund.n(),
                row.provider(),
                refund.state().wire(),
                refund.amount(),
                row.currency(),
                refund.why(),
                refund.refusals(),
                refund.reason(),
                row.askedAt(),
                row.doneAt());
    }

    private static String write(Place place) {
        var text = place.askedAt() + "|" + place.subject() + "|" + place.n();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
            if (parts.length == 3 && SUBJECT.matcher(parts[1]).matches()) {
                var askedAt = Instant.parse(parts[0]);
                if (askedAt.isAfter(Instant.EPOCH) && askedAt.isBefore(LATEST)) {
                    return new Place(askedAt, parts[1], Integer.parseInt(parts[2]));
                }
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // the same answer as for any other text that is none of ours
        }
        throw Problem.invalid("cursor", "is not one that a list gave").exception();
    }
}
