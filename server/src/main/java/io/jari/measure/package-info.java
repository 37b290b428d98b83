/** Measures what has no endpoint of its own, upon a real database. */
@NullMarked
package io.jari.measure;

import org.jspecify.annotations.NullMarked;
