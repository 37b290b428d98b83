/** Payments as pure decisions: attempts to get the money, captures, refunds. */
@NullMarked
package io.jari.core.payment;

import org.jspecify.annotations.NullMarked;
