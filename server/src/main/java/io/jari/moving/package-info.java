/** Backup, and moving house: all that the database holds in one file, and out of it again. */
@NullMarked
package io.jari.moving;

import org.jspecify.annotations.NullMarked;
