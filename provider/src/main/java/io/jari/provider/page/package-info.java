/** The page where a guest pays. */
@NullMarked
package io.jari.provider.page;

import org.jspecify.annotations.NullMarked;
