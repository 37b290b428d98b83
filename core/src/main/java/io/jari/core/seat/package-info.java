/** Halls: where seats are, what they are called, and what they cost beside one another. */
@NullMarked
package io.jari.core.seat;

import org.jspecify.annotations.NullMarked;
