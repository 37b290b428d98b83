/** Work that goes on as long as the server does. */
@NullMarked
package io.jari.round;

import org.jspecify.annotations.NullMarked;
