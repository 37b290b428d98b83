/** Waiting rooms: places in line, who comes in and when, passes. */
@NullMarked
package io.jari.queue;

import org.jspecify.annotations.NullMarked;
