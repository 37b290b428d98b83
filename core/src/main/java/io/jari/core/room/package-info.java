/** Which physical room a guest gets. */
@NullMarked
package io.jari.core.room;

import org.jspecify.annotations.NullMarked;
