/** What long jobs of the launcher show while they run. */
@NullMarked
package io.jari.terminal;

import org.jspecify.annotations.NullMarked;
