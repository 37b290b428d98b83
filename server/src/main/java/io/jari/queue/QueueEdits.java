package io.jari.queue;

import io.jari.concert.Dates;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What staff set and do at a date's queue. Nobody's place is touched. */
@ApplicationScoped
public class QueueEdits {
    private static final int SEED_BYTES = 32;
    private static final String FROZEN = "the list of those who take part in the draw is frozen";

    private final QueueLookup lookup;
    private final Dates dates;
    private final Changes changes;
    private final Difference difference;
    private final Lines lines;
    private final SecureRandom random = new SecureRandom();

    QueueEdits(QueueLookup lookup, Dates dates, Changes changes, Difference difference, Lines lines) {
        this.lookup = lookup;
        this.dates = dates;
        this.changes = changes;
        this.difference = difference;
        this.lines = lines;
    }

    /** The queue of a date of this concert; 404 where there is none. */
    public QueueRow find(int concertId, int dateId) {
        mustBeOf(concertId, dateId);
        return lookup.find(dateId).orElseThrow(QueueEdits::unknown);
    }

    public QueueBodies.LiveBody live(int concertId, int dateId) {
        mustBeOf(concertId, dateId);
        return lookup.live(dateId).orElseThrow(QueueEdits::unknown);
    }

    /** Makes a queue, or changes the one there is. */
    public QueueRow set(String actor, int concertId, int dateId, @Nullable String ifMatch, QueueSettings settings) {
        mustBeOf(concertId, dateId);
        settings.checked();
        return seen(changes.first(Partition.queue(dateId), actor, change -> {
            var before = now(change.handle(), dateId);
            var seed = settings.order() == Mode.DRAWN ? seed() : null;
            if (before == null) {
                QueueEditStore.insert(change.handle(), dateId, settings, seed, change.now());
                return told(change, dateId, "queue.made", difference.text(settings));
            }
            Versions.require(ifMatch, before.settingsVersion());
            mustBeFair(before, settings, change);
            QueueEditStore.update(change.handle(), dateId, settings, seed);
            return told(change, dateId, "queue.changed", difference.between(QueueSettings.of(before), settings));
        }));
    }

    /** Before staff are answered, so that what they do next meets the line as they left it. */
    private QueueRow seen(QueueRow committed) {
        lines.follow();
        return committed;
    }

    private byte[] seed() {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** What was promised to those who wait for a draw does not change once its list is frozen, nor a draw begin once the line moves. */
    private static void mustBeFair(QueueRow before, QueueSettings after, Change change) {
        var draw = before.draw();
        var order = after.order();
        if (draw != null && draw.frozenAt() != null) {
            if (order == Mode.FIRST_COME) {
                throw tooLate("/mode", FROZEN);
            }
            if (order == Mode.DRAWN && !sameSource(draw, after)) {
                throw tooLate("/publicSource", FROZEN);
            }
            if (after.opensAt().isAfter(change.now())) {
                throw tooLate("/opensAt", FROZEN);
            }
            return;
        }
        if (order == Mode.DRAWN && before.tickets() > 0) {
            if (before.mode() != Mode.DRAWN) {
                throw tooLate("/mode", "people have joined before a seed was promised");
            }
            if (draw != null && !sameSource(draw, after)) {
                throw tooLate("/publicSource", "people have joined upon what was named before");
            }
        }
        if (before.admitted() > 0 && after.opensAt().isAfter(change.now())) {
            throw tooLate("/opensAt", "people have been admitted");
        }
    }

    private static boolean sameSource(QueueRow.StoredDraw draw, QueueSettings after) {
        return draw.publicSource() == null
                ? after.publicSource() == null
                : draw.publicSource().equals(after.publicSource());
    }

    private static Problem tooLate(String pointer, String why) {
        return Problem.of(409, "too-late", "It is too late for this")
                .detail(why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".")
                .flaw(pointer, why)
                .exception();
    }

    public QueueRow pause(String actor, int concertId, int dateId, boolean paused) {
        return changing(actor, concertId, dateId, (change, queue) -> {
            if (queue.paused() != paused) {
                QueueEditStore.pause(change.handle(), dateId, paused);
                change.journal(
                        paused ? "queue.paused" : "queue.resumed",
                        Integer.toString(dateId),
                        Difference.of("paused", !paused, paused));
            }
        });
    }

    /** Opens now; or brings the value that a draw waits for. */
    public QueueRow open(String actor, int concertId, int dateId, QueueBodies.Opening opening) {
        return changing(actor, concertId, dateId, (change, queue) -> {
            var value = opening.publicValue();
            if (value == null) {
                if (!queue.isOpen(change.now())) {
                    QueueEditStore.open(change.handle(), dateId, change.now());
                    change.journal("queue.opened", Integer.toString(dateId), Difference.of("open", false, true));
                }
                return;
            }
            var draw = queue.draw();
            if (queue.mode() != Mode.DRAWN || draw == null || draw.publicSource() == null) {
                throw Problem.invalid("/publicValue", "this queue's order waits for none")
                        .exception();
            }
            if (draw.frozenAt() == null) {
                throw Problem.of(409, "not-frozen", "The list is not frozen yet")
                        .detail(
                                "A value known before the list is frozen would let somebody choose the order. Open first.")
                        .exception();
            }
            if (draw.drawnAt() == null) {
                QueueEditStore.draw(change.handle(), dateId, value, change.now());
                change.journal("queue.drawn", Integer.toString(dateId), difference.text(opening));
            } else if (!value.equals(draw.publicValue())) {
                throw Problem.of(409, "drawn", "The order stands").exception();
            }
        });
    }

    private QueueRow changing(String actor, int concertId, int dateId, BiConsumer<Change, QueueRow> work) {
        find(concertId, dateId);
        return seen(changes.of(Partition.queue(dateId), actor, change -> {
            var queue = now(change.handle(), dateId);
            if (queue == null) {
                throw unknown();
            }
            work.accept(change, queue);
            change.ratesChanged();
            return after(change.handle(), dateId);
        }));
    }

    private static QueueRow told(Change change, int dateId, String action, String body) {
        change.journal(action, Integer.toString(dateId), body);
        change.ratesChanged();
        return after(change.handle(), dateId);
    }

    private static QueueRow after(Handle handle, int dateId) {
        var queue = now(handle, dateId);
        if (queue == null) {
            throw unknown();
        }
        return queue;
    }

    private static @Nullable QueueRow now(Handle handle, int dateId) {
        return handle.createQuery(QueueStore.QUEUE + " where date_id = :id")
                .bind("id", dateId)
                .map((row, _) -> QueueStore.row(row))
                .findOne()
                .orElse(null);
    }

    private void mustBeOf(int concertId, int dateId) {
        var concert = dates.concert(dateId);
        if (concert.isEmpty() || concert.getAsInt() != concertId) {
            throw Problem.notFound("date").exception();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("queue").exception();
    }
}
