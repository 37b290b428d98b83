/** Keys that sign what people carry about: shared by all processes, changed every day. */
@NullMarked
package io.jari.key;

import org.jspecify.annotations.NullMarked;
