package io.jari.bench.load;

import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What the people want of a hall: one to four seats beside one another, the front first. At last everybody who is left asks for a single
 * seat, each seat once, so that a hall that can be sold out is. One in ten has asked before, and some press twice.
 */
final class SeatWishes {
    private static final int[] SIZES = {1, 1, 1, 2, 2, 2, 2, 2, 3, 4};
    private static final double COME_BACK = 0.1;
    private static final double PRESS_TWICE = 0.02;

    private final List<String> seatIDs;
    private final String dateID;
    private final Random random;

    /** @param seats numbers of those wanted */
    record Wish(int person, List<Integer> seats, Buffer request) {}

    /** A wish before it is written down: who is when. */
    private record Turn(double when, int seat, int size) {}

    SeatWishes(String dateID, List<String> seatIDs, Random random) {
        this.dateID = dateID;
        this.seatIDs = seatIDs;
        this.random = random;
    }

    /** In the order in which they are sent. */
    List<Wish> of(int attempts, Wire wire, List<String> tokens) {
        var last = Math.min(attempts, seatIDs.size());
        var turns = new ArrayList<Turn>(attempts);
        for (var i = 0; i < attempts - last; i++) {
            var seat = i % seatIDs.size();
            var size = SIZES[random.nextInt(SIZES.length)];
            turns.add(new Turn((double) seat / seatIDs.size() + random.nextDouble(), seat, size));
        }
        for (var i = 0; i < last; i++) {
            turns.add(new Turn(2 + random.nextDouble(), i, 1));
        }
        turns.sort(Comparator.comparingDouble(Turn::when));
        var wishes = new ArrayList<Wish>(attempts);
        for (var turn : turns) {
            wishes.add(
                    !wishes.isEmpty() && random.nextDouble() < PRESS_TWICE
                            ? wishes.getLast()
                            : wish(wishes.size(), turn, wire, tokens));
        }
        return wishes;
    }

    private Wish wish(int n, Turn turn, Wire wire, List<String> tokens) {
        var person = n > 0 && random.nextDouble() < COME_BACK ? random.nextInt(n) : n;
        var from = Math.min(turn.seat, seatIDs.size() - turn.size);
        var seats = new ArrayList<Integer>();
        for (var seat = from; seat < from + turn.size; seat++) {
            seats.add(seat);
        }
        var names = seats.stream().map(seat -> "\"" + seatIDs.get(seat) + "\"").collect(Collectors.joining(","));
        var json = "{\"dateID\":\"" + dateID + "\",\"seatIDs\":[" + names + "]}";
        var request =
                wire.post("/v1/seat-holds", tokens.get(person % tokens.size()), "Idempotency-Key: wish-" + n, json);
        return new Wish(person % tokens.size(), seats, request);
    }
}
