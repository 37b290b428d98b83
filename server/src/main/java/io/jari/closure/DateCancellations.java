package io.jari.closure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jari.closure.DateCancellationBodies.CancellationBody;
import io.jari.closure.DateCancellationBodies.ProgressBody;
import io.jari.concert.Dates;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Dates that will not be given: nothing of them is held or paid any more at once; what was goes back in the background. */
@ApplicationScoped
class DateCancellations {
    private final Jdbi jdbi;
    private final Dates dates;
    private final Changes changes;
    private final DateCancellationWork work;

    DateCancellations(DataSource dataSource, Dates dates, Changes changes, DateCancellationWork work) {
        this.jdbi = Jdbi.create(dataSource);
        this.dates = dates;
        this.changes = changes;
        this.work = work;
    }

    /** What was decided, and whether it had been before. */
    private record Decided(DateCancellation cancellation, boolean before) {}

    /** Once for each date: whoever comes later gets the first answer. The sale has ended when this returns. */
    Response cancel(String actor, int concertId, int dateId, String reason) {
        if (dates.recent(concertId, dateId).isEmpty()) {
            throw Problem.notFound("date").exception();
        }
        var decided = changes.of(Partition.date(dateId), actor, change -> cancel(change, concertId, dateId, reason));
        work.wake();
        var response = Response.status(201).entity(CancellationBody.of(decided.cancellation()));
        return decided.before() ? response.header("Idempotent-Replayed", "true").build() : response.build();
    }

    private static Decided cancel(Change change, int concertId, int dateId, String reason) {
        var before = DateCancellationStore.find(change.handle(), concertId, dateId);
        if (before.isPresent()) {
            return new Decided(before.get(), true);
        }
        var cancellation = DateCancellationStore.cancel(change, dateId, reason);
        change.ratesChanged();
        change.stockChanged();
        change.journal(
                "date.canceled",
                Integer.toString(dateId),
                JsonNodeFactory.instance.objectNode().put("reason", reason).toString());
        return new Decided(cancellation, false);
    }

    /** All of it as of one moment, so that its figures agree. */
    ProgressBody find(int concertId, int dateId) {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> DateProgress.of(
                        handle,
                        DateCancellationStore.find(handle, concertId, dateId)
                                .orElseThrow(() -> Problem.notFound("cancellation of this date")
                                        .exception())));
    }
}
