/** Balances on a double-entry ledger: what may be moved, and what stands afterwards. */
@NullMarked
package io.jari.core.wallet;

import org.jspecify.annotations.NullMarked;
