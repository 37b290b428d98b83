package io.jari.seat;

import io.jari.db.Heads;
import io.jari.db.Pipeline;

/** What keeps two transactions from giving away the same seat. The key of {@code seat_claim} does so in any case, unless a test dropped it. */
enum Locking {
    /** The date's head: all transactions of a date pass one after another. */
    HEAD(Heads.Lock.HELD, true),
    /** The textbook's SELECT … FOR UPDATE on the seats wanted, in the order of their key. */
    PESSIMISTIC(Heads.Lock.NONE, true),
    /** Each seat's version must be as it was read when it is given away. */
    OPTIMISTIC(Heads.Lock.NONE, true),
    /** Nothing but the unique row of a claimed seat: who comes second cannot insert it. */
    CONSTRAINT(Heads.Lock.NONE, true),
    /** A lock of each seat wanted, kept by another program; beneath it the unique row. */
    OUTSIDE(Heads.Lock.NONE, true),
    /** Nothing at all. Only in tests, which must then see a seat sold twice. */
    OFF(Heads.Lock.NONE, false);

    private final Heads.Lock heads;
    private final boolean asRead;

    Locking(Heads.Lock heads, boolean asRead) {
        this.heads = heads;
        this.asRead = asRead;
    }

    Heads.Lock heads() {
        return heads;
    }

    /** Adds an update that must meet all its rows as they were read. */
    void update(Pipeline pipeline, String sql, int mustChange, Pipeline.Parameters parameters) {
        if (asRead) {
            pipeline.update(sql, mustChange, parameters);
        } else {
            pipeline.update(sql, parameters);
        }
    }

    /** Whether rows are changed only where they are as they were read. */
    boolean asRead() {
        return asRead;
    }

    /** Whether versions are raised, so that others can follow. */
    boolean raises() {
        return this == HEAD || this == OFF;
    }

    /** Whether nobody's time is over while an outage has not been made up for. */
    boolean mindsOutages() {
        return this != OFF;
    }

    /** Whether the rows of seats are read with the claims. */
    boolean readsSeats() {
        return this == PESSIMISTIC || this == OPTIMISTIC;
    }

    /** Whether rows of holds are locked as they are read. */
    boolean locksRows() {
        return this == PESSIMISTIC || this == OPTIMISTIC || this == CONSTRAINT || this == OUTSIDE;
    }
}
