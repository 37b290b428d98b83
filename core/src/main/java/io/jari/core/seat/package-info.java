/** Halls and their seats: where they are, how they stand, what changed, and which are the best. */
@NullMarked
package io.jari.core.seat;

import org.jspecify.annotations.NullMarked;
