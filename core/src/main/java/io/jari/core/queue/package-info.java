/** The waiting room's arithmetic: places, ranks, how many come in, what a draw is. */
@NullMarked
package io.jari.core.queue;

import org.jspecify.annotations.NullMarked;
