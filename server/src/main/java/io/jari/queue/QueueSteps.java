package io.jari.queue;

import io.jari.core.queue.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The steps of one queue in one batch: who has been admitted, whose time to come in is over, and who is next. */
final class QueueSteps {
    /** What the rate saves up while nobody can be admitted; more where it takes longer to earn one admission. */
    private static final double SAVED_SECONDS = 1;

    /** What one look gives at most to those whose time stands still while the room is full. */
    private static final Duration STILL = Duration.ofSeconds(5);

    /** Times are moved no more often than this. */
    private static final Duration MOVED = Duration.ofSeconds(1);

    /** Nothing is left for so long before passes end: what falls free at once costs nobody the place. */
    private static final Duration SOLD_OUT_FOR_GOOD = Duration.ofSeconds(5);

    /** For so long at least the place of one who found the room full is kept, and for a while more, so that not each try is written. */
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(10);

    private static final Duration AT_THE_DOOR_WRITTEN = AT_THE_DOOR.plusSeconds(5);

    /** How fast the rate comes back, at each step, once the house can bear more. */
    private static final double EASING = 1.1;

    private static final double NANOS = 1e9;

    private final QueueBatch batch;
    private final QueueRow queue;
    private final NavigableMap<Long, StepRow> open;
    private final TreeSet<Long> touched = new TreeSet<>();
    private final List<StepRow> made = new ArrayList<>();
    private long admitted;
    private long came;
    private long forfeited;
    private @Nullable Instant steppedAt;
    private double ease;
    private boolean changed;

    QueueSteps(QueueBatch batch) {
        this.batch = batch;
        this.queue = batch.queue();
        this.open = batch.read().steps();
        this.admitted = queue.admitted();
        this.came = queue.came();
        this.forfeited = queue.forfeited();
        this.steppedAt = queue.steppedAt();
        this.ease = queue.ease();
    }

    Answer step(Command.Sale sale) {
        if (queue.mode() == Mode.OFF) {
            return new Answer.NoQueue();
        }
        if (!queue.isOpen(batch.now()) || !batch.read().timeIsFair()) {
            return new Answer.Stepped(0, 0, false);
        }
        var ended = batch.moved().size();
        sellOutOrGoOn(sale);
        if (batch.soldOutAt() == null) {
            if (isFull()) {
                standStill();
            } else {
                closeWhatIsOver();
            }
        }
        var next = batch.soldOutAt() != null || queue.paused() || !sale.open() || !queue.isOrdered() ? 0 : next(sale);
        if (next > 0) {
            admit(next);
        }
        return new Answer.Stepped(next, ended, batch.soldOutAt() != null);
    }

    /** When nothing is available or held the line has nothing to wait for, unless something falls free again. */
    private void sellOutOrGoOn(Command.Sale sale) {
        var since = batch.soldOutAt();
        if (sale.isSoldOut() && since == null) {
            batch.soldOut(batch.now());
            batch.tell("queue.sold-out", "{\"waiting\":%d}".formatted(batch.tickets() - admitted));
        } else if (sale.isSoldOut()
                && since != null
                && !since.plus(SOLD_OUT_FOR_GOOD).isAfter(batch.now())) {
            batch.inside().endAll();
        } else if (!sale.isSoldOut() && since != null) {
            later(sinceThen(since));
            batch.soldOut(null);
            batch.tell("queue.goes-on", "{\"available\":%d,\"held\":%d}".formatted(sale.available(), sale.held()));
        }
    }

    private boolean isFull() {
        return batch.inside().count() >= queue.mostInside();
    }

    /** For how long nobody could come in, as far as times were not moved for it yet. */
    private Duration still() {
        var since = batch.soldOutAt();
        if (since != null) {
            return sinceThen(since);
        }
        if (steppedAt == null || !isFull()) {
            return Duration.ZERO;
        }
        var by = sinceThen(steppedAt);
        return by.compareTo(STILL) > 0 ? STILL : by;
    }

    /** None where a demo's clock was set back meanwhile: nobody's time is cut short by that. */
    private Duration sinceThen(Instant then) {
        return then.isAfter(batch.now()) ? Duration.ZERO : Duration.between(then, batch.now());
    }

    /** Nobody can come in, so nobody's time to do so runs. */
    private void standStill() {
        var by = still();
        if (open.isEmpty()) {
            return;
        }
        if (steppedAt == null || by.compareTo(MOVED) >= 0) {
            later(by);
            steppedAt = batch.now();
            changed = true;
        }
    }

    private void later(Duration by) {
        if (!open.isEmpty()) {
            open.replaceAll((_, step) -> step.later(by));
            touched.addAll(open.keySet());
            changed = true;
        }
    }

    private void closeWhatIsOver() {
        for (var step : List.copyOf(open.values())) {
            if (!step.enterBy().isAfter(batch.now())) {
                came += step.entered();
                forfeited += step.size() - step.entered();
                replace(step.ended());
                if (step.size() > step.entered()) {
                    batch.tell(
                            "queue.forfeited",
                            "{\"first\":%d,\"last\":%d,\"came\":%d}"
                                    .formatted(step.first(), step.last(), step.entered()));
                }
            }
        }
    }

    private int next(Command.Sale sale) {
        ease = Math.min(sale.ease(), Math.min(1, queue.ease() * EASING));
        var share = Admission.share(came, forfeited);
        var expected = live().stream()
                .mapToDouble(s -> Admission.expected(s.size(), s.entered(), share))
                .sum();
        var seen = new Admission.Seen(
                batch.tickets() - admitted,
                batch.inside().count(),
                sale.paying(),
                sale.holding(),
                expected,
                sale.available(),
                savedSeconds(),
                ease);
        return new Admission(queue.mostInside(), queue.admissions()).next(seen);
    }

    private List<StepRow> live() {
        return open.values().stream().filter(step -> !step.closed()).toList();
    }

    private double savedSeconds() {
        var most = Math.max(SAVED_SECONDS, 1 / perSecond());
        return steppedAt == null || steppedAt.isAfter(batch.now())
                ? most
                : Math.min(most, Duration.between(steppedAt, batch.now()).toNanos() / NANOS);
    }

    private double perSecond() {
        return queue.admissions() * ease;
    }

    private void admit(int count) {
        var now = batch.now();
        var step = new StepRow(admitted + 1, admitted + count, now, now.plusSeconds(queue.entrySeconds()), 0, false);
        // What was not used up of the time is left for the next step, so that small rates add up.
        var left = savedSeconds() - count / perSecond();
        steppedAt = now.minusNanos((long) (left * NANOS));
        open.put(step.first(), step);
        made.add(step);
        admitted = step.last();
        batch.tell(
                "queue.admitted",
                "{\"first\":%d,\"last\":%d,\"enterBy\":\"%s\"}".formatted(step.first(), step.last(), step.enterBy()));
        changed = true;
    }

    /** Whether somebody of this rank, which was admitted, may still come in. */
    boolean isInTime(long rank) {
        var step = step(rank);
        return step != null
                && !step.closed()
                && (step.enterBy().plus(still()).isAfter(batch.now())
                        || !batch.read().timeIsFair());
    }

    void entered(long rank) {
        replace(open(rank).oneMore());
    }

    /** Somebody came in time and found the room full. */
    void foundFull(long rank) {
        var step = open(rank);
        if (step.enterBy().isBefore(batch.now().plus(AT_THE_DOOR))) {
            replace(step.until(batch.now().plus(AT_THE_DOOR_WRITTEN)));
        }
    }

    private StepRow open(long rank) {
        var step = step(rank);
        if (step == null) {
            throw new IllegalStateException("rank " + rank + " is in no open step");
        }
        return step;
    }

    private @Nullable StepRow step(long rank) {
        var found = open.floorEntry(rank);
        return found == null || found.getValue().last() < rank ? null : found.getValue();
    }

    private void replace(StepRow step) {
        open.put(step.first(), step);
        touched.add(step.first());
        changed = true;
    }

    long admitted() {
        return admitted;
    }

    long came() {
        return came;
    }

    long forfeited() {
        return forfeited;
    }

    @Nullable
    Instant steppedAt() {
        return steppedAt;
    }

    double ease() {
        return ease;
    }

    boolean changed() {
        return changed;
    }

    /** Steps that were not there before, as they are now. */
    List<StepRow> made() {
        return made.stream()
                .map(step -> Objects.requireNonNull(open.get(step.first())))
                .toList();
    }

    /** Steps that were there before and have changed. */
    List<StepRow> touched() {
        return touched.stream()
                .filter(first -> first <= queue.admitted())
                .map(first -> Objects.requireNonNull(open.get(first)))
                .toList();
    }
}
