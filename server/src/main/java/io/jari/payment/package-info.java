/** Payments: attempts at several providers, callbacks, refunds. */
@NullMarked
package io.jari.payment;

import org.jspecify.annotations.NullMarked;
