/** Checks on a live database what must always hold, in plain words. */
@NullMarked
package io.jari.verify;

import org.jspecify.annotations.NullMarked;
