/** Concerts, their dates, and the plans of the halls they are given in. */
@NullMarked
package io.jari.concert;

import org.jspecify.annotations.NullMarked;
