/** The words after a verb, and the bar that shows how far it is. */
@NullMarked
package io.jari.bench.cli;

import org.jspecify.annotations.NullMarked;
