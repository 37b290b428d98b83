package io.jari.core.seat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who has which seats of one date, as read and as decided since. A seat without a claim is available; at most one has it.
 */
public final class SeatClaims {
    private final Map<Integer, Claim> before = new HashMap<>();
    private final Map<Integer, Claim> now = new HashMap<>();

    /**
     * That a seat is not available, and whose it is.
     *
     * @param holdId null: blocked by staff
     */
    public record Claim(SeatState state, @Nullable String holdId) {
        static final Claim BLOCKED = new Claim(SeatState.BLOCKED, null);
    }

    /** A seat before and after; null is available. */
    public record Change(
            int seat, @Nullable Claim before, @Nullable Claim after) {

        /** How it stands from now on. */
        public SeatState state() {
            return after == null ? SeatState.AVAILABLE : after.state();
        }

        /** Whether somebody else has it from now on, or nobody. */
        public boolean leaves() {
            return before != null && !isSameHolder();
        }

        /** Whether somebody has it who did not. */
        public boolean comes() {
            return after != null && !isSameHolder();
        }

        private boolean isSameHolder() {
            return before != null && after != null && Objects.equals(before.holdId(), after.holdId());
        }
    }

    /** How a seat is claimed in the database. */
    public void read(int seat, Claim claim) {
        before.put(seat, claim);
        now.put(seat, claim);
    }

    /** Nothing for one that is available. */
    public @Nullable Claim of(int seat) {
        return now.get(seat);
    }

    /**
     * The seats among these that cannot be claimed.
     *
     * @param isOver whether a hold of that id is past its time: then its seats are for whoever comes first
     */
    public List<Integer> taken(List<Integer> seats, Predicate<String> isOver) {
        return seats.stream().filter(seat -> !isFree(now.get(seat), isOver)).toList();
    }

    private static boolean isFree(@Nullable Claim claim, Predicate<String> isOver) {
        return claim == null
                || (claim.state() == SeatState.HELD && claim.holdId() != null && isOver.test(claim.holdId()));
    }

    /** Sets available seats aside. */
    public void hold(String holdId, List<Integer> seats) {
        for (int seat : seats) {
            if (now.get(seat) != null) {
                throw new IllegalStateException("seat " + seat + " is " + now.get(seat));
            }
            now.put(seat, new Claim(SeatState.HELD, holdId));
        }
    }

    /** Makes seats available that this hold has. */
    public void release(String holdId, List<Integer> seats) {
        for (int seat : seats) {
            require(holdId, seat);
            now.remove(seat);
        }
    }

    /** Sells seats that this hold has. */
    public void sell(String holdId, List<Integer> seats) {
        for (int seat : seats) {
            require(holdId, seat);
            now.put(seat, new Claim(SeatState.SOLD, holdId));
        }
    }

    private void require(String holdId, int seat) {
        var claim = now.get(seat);
        if (claim == null || !holdId.equals(claim.holdId())) {
            throw new IllegalStateException("seat " + seat + " is not of hold " + holdId + " but " + claim);
        }
    }

    /** Takes available seats out of sale; those that are so already stay so. */
    public void block(List<Integer> seats) {
        seats.forEach(seat -> now.putIfAbsent(seat, Claim.BLOCKED));
    }

    /** Puts blocked seats on sale; others stay as they are. */
    public void unblock(List<Integer> seats) {
        seats.forEach(seat -> now.remove(seat, Claim.BLOCKED));
    }

    /** What differs from what was read, in the order of seats. */
    public List<Change> changes() {
        var seats = new TreeMap<Integer, Boolean>();
        before.keySet().forEach(seat -> seats.put(seat, true));
        now.keySet().forEach(seat -> seats.put(seat, true));
        var changes = new ArrayList<Change>();
        for (int seat : seats.keySet()) {
            var change = new Change(seat, before.get(seat), now.get(seat));
            if (!Objects.equals(change.before(), change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }
}
