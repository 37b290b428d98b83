/** Exact money in the minor units of its currency. */
@NullMarked
package io.jari.core.money;

import org.jspecify.annotations.NullMarked;
