/** Seats of a date: held, paid, sold, given back; by group commit, the date being the partition. */
@NullMarked
package io.jari.seat;

import org.jspecify.annotations.NullMarked;
