/** The journal as a feed for the outside: numbered once, in one order, never missing one. */
@NullMarked
package io.jari.event;

import org.jspecify.annotations.NullMarked;
