package io.jari.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When payments are compared. */
@ConfigMapping(prefix = "jari.payment")
interface ReconciliationSettings {

    /** Seconds between two comparisons with a provider's log; 0: only when an administrator asks for one. */
    @WithDefault("300")
    int reconcileSeconds();
}
