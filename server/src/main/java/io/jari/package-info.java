/** The entry of the application. */
@NullMarked
package io.jari;

import org.jspecify.annotations.NullMarked;
