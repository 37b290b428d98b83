package io.jari.bench.crowd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What is known of each person while they wait: a slot in each array, and no object. Times are nanoseconds since the beginning. */
final class Places {
    static final long NEVER = -1;
    /** A token has 68 characters; a longer one is not understood. */
    static final int TOKEN_SPACE = 80;

    private final What[] next;
    private final End[] end;
    private final long[] asked;
    private final long[] placed;
    private final long[] served;
    private final long[] ticket;
    private final long[] rank;
    private final boolean[] came;
    private final boolean[] unsure;
    private final boolean[] tokenLost;
    private final boolean[] wandered;
    private final short[] steps;
    private final byte[] tokens;
    private final byte[] tokenLengths;
    private final Map<End, Integer> ends = new EnumMap<>(End.class);
    private int ended;
    private int seen;
    private int seenAndEnded;

    Places(int people) {
        next = new What[people];
        Arrays.fill(next, What.JOIN);
        end = new End[people];
        Arrays.fill(end, End.NONE);
        asked = filled(people);
        placed = filled(people);
        served = filled(people);
        ticket = new long[people];
        rank = filled(people);
        came = new boolean[people];
        unsure = new boolean[people];
        tokenLost = new boolean[people];
        wandered = new boolean[people];
        steps = new short[people];
        tokens = new byte[people * TOKEN_SPACE];
        tokenLengths = new byte[people];
    }

    private static long[] filled(int people) {
        var values = new long[people];
        Arrays.fill(values, NEVER);
        return values;
    }

    int people() {
        return next.length;
    }

    What next(int person) {
        return next[person];
    }

    void next(int person, What what) {
        next[person] = what;
    }

    End end(int person) {
        return end[person];
    }

    boolean ended(int person) {
        return end[person] != End.NONE;
    }

    /** Once; a person who has ended stays so. */
    void end(int person, End how) {
        if (!ended(person)) {
            end[person] = how;
            ends.merge(how, 1, Integer::sum);
            ended++;
            seenAndEnded += placed[person] == NEVER ? 0 : 1;
        }
    }

    int ended() {
        return ended;
    }

    int ends(End how) {
        return ends.getOrDefault(how, 0);
    }

    Map<End, Integer> ends() {
        return new EnumMap<>(ends);
    }

    /** When the person first asked for the place that they have or will get. */
    long asked(int person) {
        return asked[person];
    }

    void asking(int person, long now) {
        if (asked[person] == NEVER) {
            asked[person] = now;
        }
    }

    /** Whether the person has come, which they do once. */
    boolean came(int person) {
        return came[person];
    }

    void comes(int person) {
        came[person] = true;
    }

    /** An answer to joining is missing, so that the place may be there already. */
    void unsure(int person) {
        unsure[person] = true;
    }

    /** Joining was refused: what was asked until now gave no place, unless an answer to it is missing. */
    void refused(int person) {
        if (!unsure[person] && ticket[person] == 0) {
            asked[person] = NEVER;
        }
    }

    void placed(int person, long number, String token, long now) {
        if (ticket[person] == 0 && placed[person] == NEVER) {
            seen++;
            placed[person] = now;
        }
        ticket[person] = number;
        token(person, token);
    }

    private void token(int person, String token) {
        var bytes = token.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > TOKEN_SPACE) {
            throw new IllegalStateException("A token of " + bytes.length + " characters: " + token);
        }
        System.arraycopy(bytes, 0, tokens, person * TOKEN_SPACE, bytes.length);
        tokenLengths[person] = (byte) bytes.length;
    }

    String token(int person) {
        return new String(tokens, person * TOKEN_SPACE, tokenLengths[person], StandardCharsets.ISO_8859_1);
    }

    /** 0: none. */
    long ticket(int person) {
        return ticket[person];
    }

    /** The place is gone; the person may join again, and gets another. */
    void forget(int person) {
        ticket[person] = 0;
        asked[person] = NEVER;
        rank[person] = NEVER;
        unsure[person] = false;
    }

    /** When the person first had a place. */
    long placed(int person) {
        return placed[person];
    }

    /** How many have or had a place. */
    int seen() {
        return seen;
    }

    /** How many have a place, and have not ended. */
    int present() {
        return seen - seenAndEnded;
    }

    /** Loses the token, if it was not lost before. */
    boolean loseToken(int person) {
        var first = !tokenLost[person];
        tokenLost[person] = true;
        return first;
    }

    /** Goes away for a while, if that did not happen before. */
    boolean wander(int person) {
        var first = !wandered[person];
        wandered[person] = true;
        return first;
    }

    /** Whether the person was away when they should have asked. */
    boolean wandered(int person) {
        return wandered[person];
    }

    /** When the person was told to come in, or that it is sold out. */
    long served(int person) {
        return served[person];
    }

    void served(int person, long now) {
        if (served[person] == NEVER) {
            served[person] = now;
        }
    }

    /** At which the person was told to come in. */
    long rank(int person) {
        return rank[person];
    }

    void rank(int person, long number) {
        rank[person] = number;
    }

    /** How many things the person has done. */
    int step(int person) {
        return steps[person]++ & 0x7fff;
    }
}
