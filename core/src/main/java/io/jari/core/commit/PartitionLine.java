package io.jari.core.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unanswered commands of one partition, oldest first. A line lives exactly as long as it has some: the first command makes it ready,
 * and the answer to the last one retires it for good; whoever comes later starts a new line.
 *
 * <p>Submitters only push onto {@code newest}, one compare-and-set that settles order, limit and retirement together, so they never wait.
 * All else belongs to the writer that took the line from the ready ones. Its methods are synchronized only because closing must be able to
 * look into the line of a writer that hangs.
 */
non-sealed class PartitionLine<P, C, R> implements Ready<P, C, R> {

    enum Offer {
        /** Accepted into an empty line: the submitter has to make it ready. */
        FIRST,
        ACCEPTED,
        FULL,
        /** The line has ended: start a new one. */
        RETIRED
    }

    private static final Pending<?, ?> END = new Pending<>("", 0, 0, 0);

    final P partition;
    private final int capacity;
    final AtomicReference<@Nullable Pending<C, R>> newest = new AtomicReference<>();
    private volatile long answered;
    private volatile boolean mustLead;

    private @Nullable Pending<C, R> next;
    private @Nullable Pending<C, R> last;
    private @Nullable Pending<C, R> lastTurned;
    private List<Pending<C, R>> begun = List.of();
    private boolean abandoned;
    private List<Pending<C, R>> left = List.of();

    PartitionLine(P partition, int capacity) {
        this.partition = partition;
        this.capacity = capacity;
    }

    Offer offer(Pending<C, R> pending) {
        while (true) {
            var last = newest.get();
            if (last == end()) {
                return Offer.RETIRED;
            }
            long ordinal = last == null ? 1 : last.ordinal + 1;
            if (ordinal - answered > capacity) {
                return Offer.FULL;
            }
            pending.ordinal = ordinal;
            pending.before = last;
            if (newest.compareAndSet(last, pending)) {
                return last == null ? Offer.FIRST : Offer.ACCEPTED;
            }
        }
    }

    /** The oldest commands within the bounds. The first partition of a transaction takes one even if it is too large. */
    synchronized List<Pending<C, R>> take(int maxCommands, long maxBytes, boolean leads) {
        turnLinks();
        var taken = new ArrayList<Pending<C, R>>();
        long bytes = 0;
        while (next != null && taken.size() < maxCommands) {
            bytes += next.bytes;
            if (bytes > maxBytes && !(leads && taken.isEmpty())) {
                break;
            }
            taken.add(unlinkNext(next));
        }
        mustLead = taken.isEmpty();
        begun = taken;
        return taken;
    }

    /** Returns commands that no transaction touched to the front. The line's next transaction has to wait for the partition. */
    synchronized void giveBack(List<Pending<C, R>> untouched) {
        if (abandoned) {
            return;
        }
        if (next == null && !untouched.isEmpty()) {
            last = untouched.getLast(); // not lastTurned: that one may have been answered meanwhile
        }
        for (var pending : untouched.reversed()) {
            pending.after = next;
            next = pending;
        }
        begun = List.of();
        mustLead = true;
    }

    /** Whether it was passed over and has to be the first of its next transaction, so that it cannot be passed over for ever. */
    boolean mustLead() {
        return mustLead;
    }

    /** Makes room for as many new ones. False: closing has answered them already. */
    synchronized boolean settle(List<Pending<C, R>> done) {
        if (abandoned) {
            return false;
        }
        for (var pending : done) {
            pending.settled = true;
        }
        answered += done.size();
        return true;
    }

    /** Ends the writer's turn. True: there are more commands, the line is ready again. False: it is retired. */
    synchronized boolean release() {
        begun = List.of();
        var last = newest.get();
        return last == null || last.ordinal != answered || !retire(last);
    }

    /** Takes everything away from the writer that holds the line, if any, and from the line. Asked again, it tells all of it again. */
    synchronized Remains<C, R> abandon() {
        abandoned = true;
        if (newest.get() != end()) {
            turnLinks();
        }
        left = new ArrayList<>(left);
        while (next != null) {
            left.add(unlinkNext(next));
        }
        var unsettled = Stream.concat(begun.stream(), left.stream())
                .filter(pending -> !pending.settled)
                .toList();
        unsettled.forEach(pending -> pending.settled = true);
        return new Remains<>(begun, left, unsettled);
    }

    /** What closing found: commands a writer had begun, those that waited, and which of both are still counted as unanswered. */
    record Remains<C, R>(List<Pending<C, R>> begun, List<Pending<C, R>> waiting, List<Pending<C, R>> unsettled) {}

    /** Fails when somebody has come meanwhile. */
    boolean retire(Pending<C, R> last) {
        return newest.compareAndSet(last, end());
    }

    private Pending<C, R> unlinkNext(Pending<C, R> pending) {
        next = pending.after;
        pending.after = null;
        return pending;
    }

    /** Links those who came since the last look oldest first, and cuts the links backwards so that answered ones can be collected. */
    private void turnLinks() {
        var newestNow = newest.get();
        Pending<C, R> oldest = null;
        for (var pending = newestNow; pending != null && pending != lastTurned; ) {
            var before = pending.before;
            pending.before = null;
            pending.after = oldest;
            oldest = pending;
            pending = before;
        }
        lastTurned = newestNow;
        if (oldest == null) {
            return;
        }
        if (next == null || last == null) {
            next = oldest;
        } else {
            last.after = oldest;
        }
        last = newestNow;
    }

    @SuppressWarnings("unchecked")
    final Pending<C, R> end() {
        return (Pending<C, R>) END;
    }
}
