/** Answers kept in memory while they are true, for who asks the same. */
@NullMarked
package io.jari.cache;

import org.jspecify.annotations.NullMarked;
