/** Seats of a hall: what may become of them. */
@NullMarked
package io.jari.core.seat;

import org.jspecify.annotations.NullMarked;
