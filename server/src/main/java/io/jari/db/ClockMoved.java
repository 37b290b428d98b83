package io.jari.db;

import java.time.Instant;

/**
 * The database's time has been moved. Whatever remembers the time follows before the mover is answered, so that what is
 * asked next is answered at the new time.
 */
public record ClockMoved(Instant now) {}
