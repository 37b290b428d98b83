/** Checkouts, refunds and the log of money, an account for each shop. */
@NullMarked
package io.jari.provider.books;

import org.jspecify.annotations.NullMarked;
