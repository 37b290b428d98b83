package io.jari.bench.crowd;

import java.util.Arrays;

/** Who acts when: a heap in arrays in which each person is at most once. Of those due at one time the lower number is first. */
final class Agenda {
    private static final int ABSENT = -1;

    private final int[] heap;
    private final int[] placeOf;
    private final long[] at;
    private int size;

    /** @param people as many as there are; they are numbered from 0 */
    Agenda(int people) {
        this.heap = new int[people];
        this.placeOf = new int[people];
        this.at = new long[people];
        Arrays.fill(placeOf, ABSENT);
    }

    /** Sets the time at which this person acts, in place of another that was set before. */
    void put(int person, long time) {
        at[person] = time;
        if (placeOf[person] == ABSENT) {
            placeOf[person] = size;
            heap[size++] = person;
        }
        sink(rise(placeOf[person]));
    }

    boolean has(int person) {
        return placeOf[person] != ABSENT;
    }

    /** When the first is due; {@link Long#MAX_VALUE} when nobody is. */
    long first() {
        return size == 0 ? Long.MAX_VALUE : at[heap[0]];
    }

    /** Takes the first out. */
    int poll() {
        var person = heap[0];
        placeOf[person] = ABSENT;
        size--;
        if (size > 0) {
            set(0, heap[size]);
            sink(0);
        }
        return person;
    }

    private int rise(int from) {
        var place = from;
        var person = heap[place];
        while (place > 0 && before(person, heap[(place - 1) / 2])) {
            set(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        set(place, person);
        return place;
    }

    private void sink(int from) {
        var place = from;
        var person = heap[place];
        while (2 * place + 1 < size) {
            var child = 2 * place + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], person)) {
                break;
            }
            set(place, heap[child]);
            place = child;
        }
        set(place, person);
    }

    private boolean before(int one, int other) {
        return at[one] < at[other] || (at[one] == at[other] && one < other);
    }

    private void set(int place, int person) {
        heap[place] = person;
        placeOf[person] = place;
    }
}
