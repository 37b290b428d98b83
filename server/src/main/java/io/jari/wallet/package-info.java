/** Balances on a double-entry ledger, by group commit; the account is the partition. */
@NullMarked
package io.jari.wallet;

import org.jspecify.annotations.NullMarked;
