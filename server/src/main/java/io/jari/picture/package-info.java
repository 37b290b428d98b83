/** Pictures of hotels, rooms and concerts, drawn by number, for what has no photograph: always the same for the same thing. */
@NullMarked
package io.jari.picture;

import org.jspecify.annotations.NullMarked;
