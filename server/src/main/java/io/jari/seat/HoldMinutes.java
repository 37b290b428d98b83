package io.jari.seat;

import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.db.Partition;
import io.jari.http.Idempotency;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.seat.HoldBodies.MoreMinutes;
import io.jari.seat.HoldBodies.MoreMinutesDone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** More time for everybody who holds seats of a date: on a bad day. */
@ApplicationScoped
class HoldMinutes {
    private final Dates dates;
    private final Changes changes;
    private final Idempotency idempotency;

    HoldMinutes(Dates dates, Changes changes, Idempotency idempotency) {
        this.dates = dates;
        this.changes = changes;
        this.idempotency = idempotency;
    }

    /** Once for each key. */
    Response add(String actor, int concertId, int dateId, String key, MoreMinutes wanted) {
        var terms = dates.recent(concertId, dateId)
                .orElseThrow(() -> HoldProblems.noDate().exception());
        return changes.of(
                Partition.date(dateId),
                actor,
                change -> idempotency.once(
                        change.handle(),
                        actor,
                        "dates/" + dateId + "/hold-minutes",
                        key,
                        wanted,
                        () -> new Idempotency.Answer(200, add(change, terms, wanted.minutes()))));
    }

    private static MoreMinutesDone add(Change change, DateTerms terms, int minutes) {
        if (terms.status() == DateTerms.Status.CANCELED) {
            throw Problem.of(409, "date-canceled", "Canceled")
                    .detail("The date is canceled: nothing of it is held any more.")
                    .exception();
        }
        var holds = HoldTimes.more(change, terms.dateId(), minutes);
        change.journal(
                "date.hold-minutes",
                Integer.toString(terms.dateId()),
                "{\"minutes\":" + minutes + ",\"holds\":" + holds + "}");
        return new MoreMinutesDone(holds);
    }
}
