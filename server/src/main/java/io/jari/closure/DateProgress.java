package io.jari.closure;

import io.jari.closure.DateCancellationBodies.DateRefunds;
import io.jari.closure.DateCancellationBodies.Ended;
import io.jari.closure.DateCancellationBodies.ProgressBody;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How far the cancellation of a date has come. */
final class DateProgress {
    private static final int MOST_LISTED = 200;

    private DateProgress() {}

    static ProgressBody of(Handle handle, DateCancellation c) {
        var holds = DateProgressStore.holds(handle, c.dateId());
        var rows = DateProgressStore.refunds(handle, c, Pace.LATELY_SECONDS);
        var refunds = byCurrency(rows);
        var open = refunds.stream().mapToInt(r -> r.requested().count()).sum();
        var lately = rows.stream().mapToLong(DateProgressStore.Refunds::lately).sum();
        return new ProgressBody(
                Integer.toString(c.concertId()),
                Integer.toString(c.dateId()),
                c.reason(),
                c.actor(),
                c.canceledAt(),
                c.clearedAt(),
                status(c, refunds, open),
                share(holds),
                new Ended(holds.held() + holds.givenUp(), holds.givenUp()),
                new Ended(holds.sold() + holds.revoked(), holds.revoked()),
                new Ended(holds.soldTickets() + holds.revokedTickets(), holds.revokedTickets()),
                refunds,
                Pace.end(
                        (long) holds.sold() + open,
                        lately,
                        c.canceledAt(),
                        ProgressStore.now(handle).toInstant()),
                DateProgressStore.forAPerson(handle, c, MOST_LISTED));
    }

    private static List<DateRefunds> byCurrency(List<DateProgressStore.Refunds> rows) {
        Map<String, Map<String, RefundSum>> sums = new LinkedHashMap<>();
        rows.forEach(row ->
                sums.computeIfAbsent(row.currency(), _ -> new HashMap<>()).put(row.state(), row.sum()));
        return sums.entrySet().stream()
                .map(e -> new DateRefunds(
                        e.getKey(),
                        e.getValue().getOrDefault("requested", RefundSum.NONE),
                        e.getValue().getOrDefault("done", RefundSum.NONE),
                        e.getValue().getOrDefault("failed", RefundSum.NONE)))
                .toList();
    }

    private static String status(DateCancellation c, List<DateRefunds> refunds, int open) {
        if (c.clearedAt() == null) {
            return "clearing";
        }
        if (open > 0) {
            return "refunding";
        }
        return refunds.stream().anyMatch(r -> r.failed().count() > 0) ? "for_a_person" : "done";
    }

    private static double share(DateProgressStore.Holds h) {
        var all = h.held() + h.givenUp() + h.sold() + h.revoked();
        return all == 0 ? 1 : (double) h.done() / all;
    }
}
