/** Ids given out: opaque, carrying their partition and a signature. */
@NullMarked
package io.jari.core.id;

import org.jspecify.annotations.NullMarked;
