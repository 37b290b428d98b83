/** The append-only file behind everything, one fsync for all who wait. */
@NullMarked
package io.jari.provider.journal;

import org.jspecify.annotations.NullMarked;
