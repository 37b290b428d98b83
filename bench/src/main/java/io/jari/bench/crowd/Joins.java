package io.jari.bench.crowd;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Every place that was given: when it was asked for and answered. Over all servers, for all of them were asked from here. */
final class Joins {
    private long[] tickets;
    private long[] asked;
    private long[] answered;
    private int[] people;
    private int count;

    Joins(int expected) {
        tickets = new long[expected];
        asked = new long[expected];
        answered = new long[expected];
        people = new int[expected];
    }

    void add(int person, long ticket, long askedAt, long answeredAt) {
        if (count == tickets.length) {
            var more = count + count / 2 + 1;
            tickets = Arrays.copyOf(tickets, more);
            asked = Arrays.copyOf(asked, more);
            answered = Arrays.copyOf(answered, more);
            people = Arrays.copyOf(people, more);
        }
        tickets[count] = ticket;
        asked[count] = askedAt;
        answered[count] = answeredAt;
        people[count++] = person;
    }

    /** The place was there already, from nobody knows when: it has no part in the order. */
    void found(int person, long ticket) {
        add(person, ticket, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    int count() {
        return count;
    }

    /**
     * How many asked after somebody else's answer and yet have a lower ticket than that one. One pass from the highest ticket
     * down, which carries the earliest answer of all higher ones.
     */
    int inversions() {
        var order = byTicket();
        var inversions = 0;
        var earliest = Long.MAX_VALUE;
        for (var i = count - 1; i >= 0; i--) {
            var join = order[i];
            if (earliest < asked[join]) {
                inversions++;
            }
            earliest = Math.min(earliest, answered[join]);
        }
        return inversions;
    }

    /** Tickets that more than one person has. */
    int givenTwice() {
        var order = byTicket();
        var twice = 0;
        for (var i = 1; i < count; i++) {
            var same = tickets[order[i]] == tickets[order[i - 1]] && people[order[i]] != people[order[i - 1]];
            twice += same ? 1 : 0;
        }
        return twice;
    }

    private int[] byTicket() {
        return IntStream.range(0, count)
                .boxed()
                .sorted((one, other) -> Long.compare(tickets[one], tickets[other]))
                .mapToInt(join -> join)
                .toArray();
    }
}
