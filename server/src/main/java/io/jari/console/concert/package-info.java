/** Concerts for those who put them on: dates, halls, the sale as it goes, the doors. */
@NullMarked
package io.jari.console.concert;

import org.jspecify.annotations.NullMarked;
