/** Personal data: what is kept of a person, their copy of it, and its erasure. */
@NullMarked
package io.jari.privacy;

import org.jspecify.annotations.NullMarked;
