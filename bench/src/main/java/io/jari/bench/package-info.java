/** People-shaped load, replay of real bookings, comparisons, and the reports they write. */
@NullMarked
package io.jari.bench;

import org.jspecify.annotations.NullMarked;
