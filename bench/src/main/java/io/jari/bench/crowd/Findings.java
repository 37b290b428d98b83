package io.jari.bench.crowd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What must never be, counted, and what was answered that nobody expected. */
final class Findings {
    private static final int KINDS_OF_STRANGE = 50;
    /** A step may be told a moment before the second it belongs to is over. */
    private static final double EARLY_SECONDS = 1;

    final Joins joins;
    final AdmissionOrder order = new AdmissionOrder();
    private final Map<String, Integer> strange = new TreeMap<>();
    private final Map<Integer, Long> seatsBought = new HashMap<>();
    private final long[] passTickets;
    private int placesTwice;
    private int ticketsMoved;
    private int admittedTwice;
    private int passesOfOthers;
    private int admittedEarly;
    private int seatsSoldTwice;
    private double admissionsPerSecond = Double.POSITIVE_INFINITY;

    Findings(int people) {
        joins = new Joins(people);
        passTickets = new long[people];
    }

    /** What the queue is set to, at most, while this runs. */
    void admissionsPerSecond(double most) {
        admissionsPerSecond = most;
    }

    /** An answer that nobody should get. */
    void strange(Heard heard, Told told) {
        var name = heard.what() + " " + heard.status() + " " + (told.type().isEmpty() ? told.state() : told.type());
        if (strange.size() < KINDS_OF_STRANGE || strange.containsKey(name)) {
            strange.merge(name, 1, Integer::sum);
        }
    }

    /** By name, how often. */
    Map<String, Integer> strange() {
        return strange;
    }

    /** Joined again, and was given another place while the first still stood. */
    void placeTwice() {
        placesTwice++;
    }

    /** The status tells another ticket than joining did. */
    void ticketMoved() {
        ticketsMoved++;
    }

    /** Told to come in. */
    void admitted(Told told, long at) {
        order.admitted(told.rank(), at);
        var open = told.secondsOpen();
        if (open < 0 || told.rank() > admissionsPerSecond * (open + EARLY_SECONDS)) {
            admittedEarly++;
        }
    }

    void pass(int person, long ticket, Pass pass) {
        if (pass.ticket() != ticket) {
            passesOfOthers++;
        }
        if (passTickets[person] != 0 && passTickets[person] != pass.ticket()) {
            admittedTwice++;
        }
        passTickets[person] = pass.ticket();
    }

    /** Somebody was told that they have paid for this seat. */
    void bought(int seat, long at) {
        if (seatsBought.putIfAbsent(seat, at) != null) {
            seatsSoldTwice++;
        }
    }

    /** When each seat that was bought was. */
    Map<Integer, Long> seatsBought() {
        return seatsBought;
    }

    /** How often each of them was broken; all are 0 where all is well. */
    Map<String, Integer> broken(Places places) {
        var broken = new LinkedHashMap<String, Integer>();
        broken.put("inversions", joins.inversions());
        broken.put("ticketsGivenTwice", joins.givenTwice());
        broken.put("placesTwice", placesTwice);
        broken.put("ticketsMoved", ticketsMoved);
        broken.put("ranksTwice", ranksTwice(places));
        broken.put("admittedTwice", admittedTwice);
        broken.put("passesOfOthers", passesOfOthers);
        broken.put("admittedEarly", admittedEarly);
        broken.put("skippedInOrder", order.skipped());
        broken.put("seatsSoldTwice", seatsSoldTwice);
        return broken;
    }

    private static int ranksTwice(Places places) {
        var ranks = new long[places.people()];
        Arrays.setAll(ranks, places::rank);
        Arrays.sort(ranks);
        var twice = 0;
        for (var i = 1; i < ranks.length; i++) {
            twice += ranks[i] >= 0 && ranks[i] == ranks[i - 1] ? 1 : 0;
        }
        return twice;
    }
}
