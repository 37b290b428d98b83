package io.jari.payment;

import io.jari.account.Scope;
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
    private final Subjects subjects;

    RefundQueue(RefundStore store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /** Some of them, and the cursor to those after. */
    record Page(List<RefundLine> refunds, @Nullable String next) {}

    /**
     * @param of only of this hotel, or of this concert; null: of everything
     * @param status null: those for a person
     */
    Page page(@Nullable Scope of, @Nullable String status, @Nullable String cursor, int limit) {
        var kind = status == null ? Kind.FOR_A_PERSON : Kind.valueOf(status.toUpperCase(Locale.ROOT));
        var found = store.page(
                of == null ? null : subjects.partitions(of),
                kind,
                cursor == null ? Place.FIRST : parse(cursor),
                limit + 1);
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(this::line).toList(),
                more ? write(page.getLast().place()) : null);
    }

    private RefundLine line(Row row) {
        var refund = row.refund();
        var where = subjects.whereabouts(row.key());
        return new RefundLine(
                row.key().subject(),
                where.hotelId(),
                where.concertId(),
                where.dateId(),
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
