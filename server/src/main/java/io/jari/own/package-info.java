/** One's own bookings of both kinds in one list, projected from what hotels and dates journal. */
@NullMarked
package io.jari.own;

import org.jspecify.annotations.NullMarked;
