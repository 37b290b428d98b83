package io.jari.closure;

import io.jari.closure.NightClosureBodies.ForAPerson;
import io.jari.closure.NightClosureBodies.NightClosureBody;
import io.jari.closure.NightClosureBodies.Refunds;
import io.jari.closure.NightClosureBodies.Reservations;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How far closures have come, and when they will have ended at the rate that was seen lately. */
final class ClosureProgress {
    private static final int MOST_LISTED = 200;

    private ClosureProgress() {}

    /** Of some closures of one hotel, in their order. */
    static List<NightClosureBody> of(Handle handle, List<NightClosure> closures) {
        if (closures.isEmpty()) {
            return List.of();
        }
        var hotelId = closures.getFirst().hotelId();
        var ns = closures.stream().map(NightClosure::n).toList();
        var reservations = ProgressStore.reservations(handle, hotelId, ns);
        var refunds = ProgressStore.refunds(handle, hotelId, ns, Pace.LATELY_SECONDS);
        var now = ProgressStore.now(handle).toInstant();
        return closures.stream()
                .map(c -> body(
                        c,
                        reservations.stream()
                                .filter(r -> r.n() == c.n())
                                .findFirst()
                                .orElse(new ProgressStore.Reservations(c.n(), 0, 0, 0, 0)),
                        refunds.stream().filter(r -> r.n() == c.n()).toList(),
                        now))
                .toList();
    }

    /** What a person must see to. */
    static ForAPerson forAPerson(Handle handle, NightClosure closure) {
        return new ForAPerson(
                ProgressStore.inHouse(handle, closure.hotelId(), closure.n(), MOST_LISTED),
                ProgressStore.forAPerson(handle, closure.hotelId(), closure.n(), MOST_LISTED));
    }

    private static NightClosureBody body(
            NightClosure c, ProgressStore.Reservations r, List<ProgressStore.Refunds> rows, Instant now) {
        var refunds = byCurrency(rows);
        return new NightClosureBody(
                Integer.toString(c.hotelId()),
                c.n(),
                c.nights().start(),
                c.nights().end(),
                c.reason(),
                c.actor(),
                c.begunAt(),
                status(c, r, refunds),
                new Reservations(
                        r.found(),
                        r.canceled(),
                        r.pending(),
                        r.inHouse(),
                        r.found() - r.canceled() - r.pending() - r.inHouse()),
                refunds,
                estimatedEnd(c, r, rows, now),
                null);
    }

    private static List<Refunds> byCurrency(List<ProgressStore.Refunds> rows) {
        Map<String, Map<String, RefundSum>> sums = new LinkedHashMap<>();
        for (var row : rows) {
            sums.computeIfAbsent(row.currency(), _ -> new LinkedHashMap<>())
                    .put(row.desk() ? "desk" : row.state(), new RefundSum(row.count(), row.amount()));
        }
        return sums.entrySet().stream()
                .map(e -> new Refunds(
                        e.getKey(),
                        e.getValue().getOrDefault("requested", RefundSum.NONE),
                        e.getValue().getOrDefault("done", RefundSum.NONE),
                        e.getValue().getOrDefault("failed", RefundSum.NONE),
                        e.getValue().getOrDefault("desk", RefundSum.NONE)))
                .toList();
    }

    private static String status(NightClosure c, ProgressStore.Reservations r, List<Refunds> refunds) {
        if (c.canceledAt() == null) {
            return "canceling";
        }
        if (refunds.stream().anyMatch(x -> x.requested().count() > 0)) {
            return "refunding";
        }
        var open = refunds.stream().anyMatch(x -> x.failed().count() + x.desk().count() > 0);
        return open || r.inHouse() > 0 ? "for_a_person" : "done";
    }

    /** Each reservation to be canceled yet stands for a refund: that is what takes the time. */
    private static @Nullable Instant estimatedEnd(
            NightClosure c, ProgressStore.Reservations r, List<ProgressStore.Refunds> rows, Instant now) {
        var left = r.pending()
                + rows.stream()
                        .filter(x -> x.state().equals("requested") && !x.desk())
                        .mapToLong(ProgressStore.Refunds::count)
                        .sum();
        var lately = rows.stream().mapToLong(ProgressStore.Refunds::lately).sum();
        return Pace.end(left, lately, c.begunAt(), now);
    }
}
