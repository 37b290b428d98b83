package io.jari.board;

import io.jari.concert.DateTerms;
import io.jari.core.seat.SeatChanges;
import io.jari.core.seat.SeatStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the seats of a date stand at a version. Never changed: what follows is another board. Two boards of one epoch and version are the
 * same, whichever process has them.
 */
public final class Board {
    private final Facts facts;
    private final long epoch;
    private final long version;
    private final SeatStates states;
    private final SeatChanges changes;
    private final SeatCounts counts;
    private final String tag;
    private final SeatBodies bodies;

    /** What stands while versions follow each other. */
    record Facts(int dateId, int concertId, long ratesVersion, DateTerms.Status status, BoardSeats seats) {}

    /** @param epoch 32 bits; versions are compared only within it */
    Board(Facts facts, long epoch, long version, SeatStates states, SeatChanges changes) {
        this(facts, epoch, version, states, changes, SeatCounts.of(facts.seats, states));
    }

    private Board(Facts facts, long epoch, long version, SeatStates states, SeatChanges changes, SeatCounts counts) {
        this.facts = facts;
        this.epoch = epoch;
        this.version = version;
        this.states = states;
        this.changes = changes;
        this.counts = counts;
        this.tag = "%08x-%d".formatted(epoch, version);
        this.bodies = new SeatBodies(this);
    }

    /** With what was committed since, in the order of versions. */
    Board then(long newVersion, List<BoardStore.Step> steps) {
        var newStates = states;
        var newChanges = new ArrayList<SeatChanges.Step>(steps.size());
        for (var step : steps) {
            var pairs = Objects.requireNonNull(step.pairs());
            newStates = pairs.length == 0 ? newStates : newStates.with(pairs);
            newChanges.add(SeatChanges.Step.of(step.version(), pairs));
        }
        return new Board(
                facts,
                epoch,
                newVersion,
                newStates,
                changes.then(newChanges),
                counts.then(facts.seats, states, newStates));
    }

    public int dateId() {
        return facts.dateId;
    }

    public int concertId() {
        return facts.concertId;
    }

    /** Of the date's terms when this was read. */
    public long ratesVersion() {
        return facts.ratesVersion;
    }

    /** What staff have decided of the date. */
    public DateTerms.Status status() {
        return facts.status;
    }

    /** Differs whenever versions could have begun again. */
    public long epoch() {
        return epoch;
    }

    /** Of the last change of anything. */
    public long version() {
        return version;
    }

    /** {@code epoch-version}, as ETags, {@code since} and the ids of events carry it. */
    public String tag() {
        return tag;
    }

    public int size() {
        return states.size();
    }

    /** 0 available, 1 held, 2 sold, 3 blocked. */
    public int state(int seat) {
        return states.get(seat);
    }

    public SeatStates states() {
        return states;
    }

    /** How many seats are available, of each category. */
    public int[] available() {
        return counts.available().clone();
    }

    public int availableInAll() {
        return counts.availableInAll();
    }

    /** How many seats are held. */
    public int heldInAll() {
        return counts.held();
    }

    /** The seats that changed after a version of this epoch, in order; empty when that is not known. */
    Optional<int[]> changedSince(long since) {
        return changes.since(since);
    }

    boolean knowsSince(long since) {
        return changes.reaches(since);
    }

    BoardSeats seats() {
        return facts.seats;
    }

    /** What is sent of this board. */
    SeatBodies bodies() {
        return bodies;
    }

    /** At most how many bytes it takes with all that is ever made from it. */
    int bytes() {
        return facts.seats.bytes() + SeatStates.bytes(size()) + changes.bytes() + bodies.mostBytes() + 512;
    }
}
