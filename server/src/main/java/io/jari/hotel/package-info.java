/** Hotels, room types, rooms, and rooms out of order. */
@NullMarked
package io.jari.hotel;

import org.jspecify.annotations.NullMarked;
