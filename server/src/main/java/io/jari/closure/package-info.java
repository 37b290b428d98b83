/** Nights that a hotel cannot keep, dates that will not be given, and what follows for all who had paid for them. */
@NullMarked
package io.jari.closure;

import org.jspecify.annotations.NullMarked;
