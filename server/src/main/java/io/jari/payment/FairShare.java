package io.jari.payment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * Who is served by a provider's free calls, where more wait than it may have. Of any four in a row two are for those somebody waits for, one
 * is for money on its way back, and one for mere questions; what a line leaves, the others have. So none can starve another.
 */
final class FairShare {

    /** Where what is due waits. */
    enum Line {
        /** Attempts to be opened or closed, and those whose guest or provider has told of something. */
        WANTED,
        /** Money on its way back. */
        REFUNDS,
        /** Attempts of which nobody has told anything. */
        ASKED
    }

    private static final List<Line> ORDER = List.of(Line.WANTED, Line.REFUNDS, Line.WANTED, Line.ASKED);
    private int next;

    /**
     * Shares free calls out.
     *
     * @param take serves at most so many of a line, and tells how many
     * @return how many were served
     */
    int of(int free, ToIntBiFunction<Line, Integer> take) {
        var rights = rights(free);
        var served = 0;
        var more = new EnumMap<Line, Boolean>(Line.class);
        for (var line : Line.values()) {
            var right = rights.getOrDefault(line, 0);
            var count = right == 0 ? 0 : take.applyAsInt(line, right);
            more.put(line, count == right);
            served += count;
        }
        for (var line : Line.values()) {
            if (served < free && more.getOrDefault(line, false)) {
                served += take.applyAsInt(line, free - served);
            }
        }
        return served;
    }

    private Map<Line, Integer> rights(int free) {
        var rights = new EnumMap<Line, Integer>(Line.class);
        for (var i = 0; i < free; i++) {
            rights.merge(ORDER.get(next), 1, Integer::sum);
            next = (next + 1) % ORDER.size();
        }
        return rights;
    }
}
