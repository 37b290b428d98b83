/** Inventory by the night, orders, reservations. */
@NullMarked
package io.jari.booking;

import org.jspecify.annotations.NullMarked;
