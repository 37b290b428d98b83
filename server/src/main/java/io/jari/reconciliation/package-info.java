/** Our payments laid beside the providers' logs, and where the two differ. */
@NullMarked
package io.jari.reconciliation;

import org.jspecify.annotations.NullMarked;
