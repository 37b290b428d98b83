package io.jari.wallet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How money is moved. */
@ConfigMapping(prefix = "jari.wallet")
public interface WalletSettings {

    /** group-commit, or for study lock: one transaction for each transfer, which holds the account's row. */
    @WithDefault("group-commit")
    String strategy();

    /** Milliseconds after which a transfer that was not decided is given up. */
    @WithDefault("5000")
    int deadlineMillis();

    /** Threads that run transactions; more than cores do not help. */
    @WithDefault("2")
    int writers();

    /** Most accounts in one transaction; 1 where accounts live on different shards. */
    @WithDefault("128")
    int accountsPerCommit();

    /** Most transfers in one transaction. */
    @WithDefault("512")
    int batch();

    /** Transactions under way at once, of the strategy lock. */
    @WithDefault("4")
    int connections();

    /** off only in tests that must see what the guards prevent. */
    @WithDefault("on")
    String guards();
}
