/** What is free of each date, in memory: for whoever looks at the hall, and for whoever must say no quickly. */
@NullMarked
package io.jari.board;

import org.jspecify.annotations.NullMarked;
