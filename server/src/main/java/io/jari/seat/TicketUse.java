package io.jari.seat;

import java.time.Instant;

/** That somebody came in with a ticket: when, where, and who let them. */
record TicketUse(int dateId, String holdId, int seat, Instant at, String gate, String actor) {}
