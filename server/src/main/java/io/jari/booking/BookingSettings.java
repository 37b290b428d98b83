package io.jari.booking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How reservations are made. */
@ConfigMapping(prefix = "jari.booking")
public interface BookingSettings {

    /** group-commit, or for study pessimistic, optimistic, constraint, distributed-lock. */
    @WithDefault("group-commit")
    String strategy();

    /** Milliseconds after which a request that was not decided is answered 503. */
    @WithDefault("5000")
    int deadlineMillis();

    /** Threads that run transactions; more than cores do not help. */
    @WithDefault("2")
    int writers();

    /** Most hotels in one transaction; 1 where hotels live on different shards. */
    @WithDefault("16")
    int hotelsPerCommit();

    /** Most requests in one transaction. */
    @WithDefault("512")
    int batch();

    /** Transactions under way at once, of the textbook strategies. */
    @WithDefault("16")
    int connections();

    /** Minutes that a quoted price is good for. */
    @WithDefault("15")
    int quoteMinutes();

    /** off only in tests that must see what the guards prevent; a production start refuses it. */
    @WithDefault("on")
    String guards();
}
