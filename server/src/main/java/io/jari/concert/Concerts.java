package io.jari.concert;

import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Creations;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is performed, and where. */
@ApplicationScoped
public class Concerts {
    private final ConcertStore store;
    private final Changes changes;
    private final Difference difference;
    private final Creations creations;

    Concerts(ConcertStore store, Changes changes, Difference difference, Creations creations) {
        this.store = store;
        this.changes = changes;
        this.difference = difference;
        this.creations = creations;
    }

    /** The concert, or 404. */
    public Concert find(int concertId) {
        return store.find(concertId).orElseThrow(Concerts::unknown);
    }

    /** Open concerts in the order of their ids. */
    public List<Concert> page(@Nullable String q, long after, int limit) {
        return store.page(q, after, limit);
    }

    Response create(String actor, @Nullable String key, ConcertDetails details) {
        var id = store.nextId();
        return changes.first(
                Partition.concert(id),
                actor,
                change -> creations.once(change, "concerts", key, details, () -> insert(change, id, details)));
    }

    private Concert insert(Change change, int id, ConcertDetails details) {
        ConcertStore.insert(change.handle(), id, details);
        change.journal("concert.created", Integer.toString(id), difference.text(details));
        return ConcertStore.find(change.handle(), id).orElseThrow();
    }

    /** Dates that are made already keep their terms. */
    Concert change(String actor, int concertId, @Nullable String ifMatch, ConcertDetails details) {
        return changing(actor, concertId, (change, concert) -> {
            Versions.require(ifMatch, concert.version());
            if (!details.currency().equals(concert.details().currency())) {
                throw Problem.invalid("/currency", "cannot be changed").exception();
            }
            ConcertStore.update(change.handle(), concertId, details);
            change.journal("concert.changed", concert.concertID(), difference.between(concert.details(), details));
            return ConcertStore.find(change.handle(), concertId).orElseThrow();
        });
    }

    /** Deletes a concert that never had a date; closes any other. */
    ConcertRemoval remove(String actor, int concertId, @Nullable String ifMatch) {
        return changing(actor, concertId, (change, concert) -> {
            Versions.check(ifMatch, concert.version());
            if (ConcertStore.isDated(change.handle(), concertId)) {
                ConcertStore.close(change.handle(), concertId);
                change.journal("concert.closed", concert.concertID(), Difference.CLOSED);
                return ConcertRemoval.CLOSED;
            }
            ConcertStore.delete(change.handle(), concertId);
            change.journal("concert.deleted", concert.concertID(), difference.text(concert.details()));
            return ConcertRemoval.DELETED;
        });
    }

    /**
     * From now on the concert is not deleted. A date is a partition of its own: it is begun here, under the concert's lock,
     * before it is made there.
     */
    Concert beginDate(String actor, int concertId) {
        return changing(actor, concertId, (change, concert) -> {
            if (concert.details().closed()) {
                throw Problem.of(409, "concert-closed", "The concert is closed")
                        .detail("Open it again before making dates.")
                        .exception();
            }
            if (!ConcertStore.isDated(change.handle(), concertId)) {
                ConcertStore.setDated(change.handle(), concertId);
                change.journal("concert.dated", concert.concertID(), null);
            }
            return concert;
        });
    }

    /** A change of a concert as it stands under the lock; 404 when there is none. */
    <T> T changing(String actor, int concertId, BiFunction<Change, Concert, T> work) {
        find(concertId);
        return changes.of(
                Partition.concert(concertId),
                actor,
                change -> work.apply(
                        change, ConcertStore.find(change.handle(), concertId).orElseThrow(Concerts::unknown)));
    }

    private static Problem unknown() {
        return Problem.notFound("concert").exception();
    }
}
