/** Nights, what may be sold of them, and the life of a reservation. */
@NullMarked
package io.jari.core.stay;

import org.jspecify.annotations.NullMarked;
