package io.jari.privacy;

import io.jari.account.Erased;
import io.jari.booking.ReservationIds;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.privacy.PrivacyBodies.Kept;
import io.jari.privacy.PrivacyBodies.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Erases people: blanks what tells who they are and leaves the records that the law keeps, which know them by opaque ids alone. It begins with
 * one transaction that nobody can miss, in the person's own partition; the guests that hotels know follow hotel by hotel, again and
 * again until nobody who began before can still be writing.
 */
final class Erasing {
    /** Longer than any request under way when it was asked for. */
    private static final int SETTLED_SECONDS = 60;

    private static final int AT_ONCE = 100;
    private static final String ACTION = "personal_data.erased";

    private final Jdbi jdbi;
    private final Changes changes;
    private final ReservationIds ids;

    Erasing(DataSource database, ReservationIds ids) {
        this.jdbi = Jdbi.create(database);
        this.changes = new Changes(database);
        this.ids = ids;
    }

    /** What was erased, and what is kept. */
    record Done(ErasureEntry entry, List<Kept> kept) {}

    /** What stands in the way, and what would be kept. */
    record Prospect(List<Obstacle> obstacles, List<Kept> kept) {}

    Prospect prospect(PersonalSubject subject, boolean forfeits) {
        return jdbi.inTransaction(handle -> new Prospect(obstacles(handle, subject, forfeits), kept(handle, subject)));
    }

    /** Once; again it only says so. Throws a problem while something stands in the way. */
    Done erase(PersonalSubject subject, String actor, boolean forfeits) {
        var done = changes.first(partition(subject), actor, change -> {
            var handle = change.handle();
            var since = since(handle, subject);
            var before = ErasureStore.find(handle, subject, since);
            if (before.isPresent()) {
                return new Done(before.get(), kept(handle, subject));
            }
            var obstacles = obstacles(handle, subject, forfeits);
            if (!obstacles.isEmpty()) {
                throw inTheWay(obstacles);
            }
            var entry = new ErasureEntry(subject.text(), since, change.now(), actor);
            begin(change, subject, entry);
            return new Done(entry, kept(handle, subject));
        });
        blankGuests(subject, actor);
        return done;
    }

    /** What a restored backup brought back of somebody erased before; nothing where the id is somebody else's by now. */
    boolean again(ErasureEntry entry) {
        var subject = PersonalSubject.of(entry.subject()).orElse(null);
        if (subject == null || unknown(subject)) {
            return false;
        }
        var erased = changes.first(partition(subject), entry.actor(), change -> {
            var present =
                    ErasureStore.since(change.handle(), subject, hotel(subject).orElse(null));
            if (present.isEmpty()
                    || !present.get().equals(entry.since())
                    || ErasureStore.find(change.handle(), subject, entry.since())
                            .isPresent()) {
                return false;
            }
            begin(change, subject, entry);
            return true;
        });
        if (erased) {
            blankGuests(subject, entry.actor());
        }
        return erased;
    }

    /** Goes on with those begun; whether there may be more. */
    boolean goOn() {
        var open = jdbi.withHandle(handle -> ErasureStore.open(handle, AT_ONCE));
        for (var entry : open) {
            PersonalSubject.of(entry.subject()).ifPresent(subject -> blankGuests(subject, entry.actor()));
            jdbi.useHandle(handle -> ErasureStore.done(handle, entry, SETTLED_SECONDS));
        }
        return false;
    }

    private void begin(Change change, PersonalSubject subject, ErasureEntry entry) {
        ErasureStore.insert(change.handle(), entry);
        if (subject.kind() == PersonalSubject.Kind.ACCOUNT) {
            Erased.blank(change, subject.accountId());
        } else {
            ErasureStore.blankGuest(change.handle(), hotelOf(subject), subject.id());
        }
        change.journal(ACTION, subject.text(), null);
    }

    private void blankGuests(PersonalSubject subject, String actor) {
        if (subject.kind() == PersonalSubject.Kind.RESERVATION) {
            return;
        }
        for (var hotel : jdbi.withHandle(handle -> ErasureStore.hotels(handle, subject.accountId()))) {
            changes.of(Partition.hotel(hotel), actor, change -> {
                for (var reservation : ErasureStore.blankGuests(change.handle(), hotel, subject.accountId())) {
                    change.journal("guest.erased", reservation, null);
                }
                return hotel;
            });
        }
    }

    private Instant since(Handle handle, PersonalSubject subject) {
        return ErasureStore.since(handle, subject, hotel(subject).orElse(null)).orElseThrow(Erasing::nobody);
    }

    private List<Obstacle> obstacles(Handle handle, PersonalSubject subject, boolean forfeits) {
        since(handle, subject);
        if (subject.kind() == PersonalSubject.Kind.RESERVATION) {
            return RecordStore.obstacles(handle, hotelOf(subject), subject.id());
        }
        return ErasureStore.isStaff(handle, subject.accountId())
                ? List.of(new Obstacle("staff", subject.id()))
                : RecordStore.obstacles(handle, subject.accountId(), forfeits);
    }

    private List<Kept> kept(Handle handle, PersonalSubject subject) {
        return subject.kind() == PersonalSubject.Kind.RESERVATION
                ? RecordStore.kept(handle, hotelOf(subject), subject.id())
                : RecordStore.kept(handle, subject.accountId());
    }

    private Partition partition(PersonalSubject subject) {
        return subject.kind() == PersonalSubject.Kind.ACCOUNT
                ? Partition.account(subject.accountId())
                : Partition.hotel(hotelOf(subject));
    }

    private Optional<Integer> hotel(PersonalSubject subject) {
        return subject.kind() == PersonalSubject.Kind.ACCOUNT
                ? Optional.empty()
                : ids.hotel(subject.id()).stream().boxed().findFirst();
    }

    private int hotelOf(PersonalSubject subject) {
        return hotel(subject).orElseThrow(Erasing::nobody);
    }

    /** A reservation's id that is none of ours. */
    private boolean unknown(PersonalSubject subject) {
        return subject.kind() == PersonalSubject.Kind.RESERVATION
                && hotel(subject).isEmpty();
    }

    private static Problem nobody() {
        return Problem.notFound("person").exception();
    }

    private static Problem inTheWay(List<Obstacle> obstacles) {
        return Problem.of(409, "erasure-obstacles", "Not yet")
                .detail("Something of this person is still under way: it has to end, or be given up, first.")
                .with("obstacles", obstacles)
                .exception();
    }
}
