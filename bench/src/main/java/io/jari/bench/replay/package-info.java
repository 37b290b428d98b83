/** Real bookings run again, in time order, through the API of a running Jari. */
@NullMarked
package io.jari.bench.replay;

import org.jspecify.annotations.NullMarked;
