/** How booking goes as the chain, what takes part in a rush, and the number of servers grow. */
@NullMarked
package io.jari.bench.scale;

import org.jspecify.annotations.NullMarked;
