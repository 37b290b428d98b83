/** What a night costs, and why. */
@NullMarked
package io.jari.core.price;

import org.jspecify.annotations.NullMarked;
