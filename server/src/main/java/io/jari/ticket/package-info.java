/** Tickets: seats that were sold, as their guests carry them and as doors take them. */
@NullMarked
package io.jari.ticket;

import org.jspecify.annotations.NullMarked;
