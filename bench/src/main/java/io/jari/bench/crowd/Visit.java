package io.jari.bench.crowd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who is inside: few at a time, so an object. Times are nanoseconds since the beginning. */
final class Visit {
    static final long NEVER = Long.MAX_VALUE;

    /** Empty where no pass is needed. */
    String pass = "";

    long renewAt = NEVER;
    What act = What.LOOK;
    long actAt;
    /** How many times seats were asked for in vain. */
    int vain;
    /** Seats asked for now, side by side. */
    int wanted;
    /** Those chosen from the map; null: the best there are. */
    @Nullable
    List<String> chosen;

    String holdId = "";
    List<Integer> seats = List.of();
    /** Path of the form on the provider's page; empty before one knows it. */
    String cardPath = "";

    int paymentTurns;
    End leavesAs = End.LEFT;

    Visit(int wanted, long now) {
        this.wanted = wanted;
        this.actAt = now;
    }

    long due() {
        return Math.min(renewAt, actAt);
    }

    void does(What what, long at) {
        act = what;
        actAt = at;
    }
}
