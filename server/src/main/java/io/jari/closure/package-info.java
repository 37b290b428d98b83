/** Nights that a hotel cannot keep, and what follows for all who were to sleep there. */
@NullMarked
package io.jari.closure;

import org.jspecify.annotations.NullMarked;
