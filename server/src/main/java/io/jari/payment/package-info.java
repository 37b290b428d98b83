/** Payments: attempts at several providers, callbacks, refunds, reconciliation. */
@NullMarked
package io.jari.payment;

import org.jspecify.annotations.NullMarked;
