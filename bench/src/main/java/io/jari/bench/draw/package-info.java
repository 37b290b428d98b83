/** Whether the order of a line was drawn as its house says. */
@NullMarked
package io.jari.bench.draw;

import org.jspecify.annotations.NullMarked;
