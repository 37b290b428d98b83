package io.jari.payment;

import io.jari.db.Partition;
import io.jari.http.Cursor;
import io.jari.payment.RefundBodies.RefundLine;
import io.jari.payment.RefundStore.Kind;
import io.jari.payment.RefundStore.Place;
import io.jari.payment.RefundStore.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refunds as a list, above all those that wait for a person. */
@ApplicationScoped
class RefundQueue {
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
        return Cursor.of(place.askedAt(), place.subject(), place.n());
    }

    private static Place parse(String cursor) {
        return Cursor.parse(
                cursor, 3, parts -> new Place(Cursor.time(parts.get(0)), parts.get(1), Integer.parseInt(parts.get(2))));
    }
}
