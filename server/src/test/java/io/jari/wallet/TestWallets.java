package io.jari.wallet;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;

/** Wallets upon a database, without a server. */
public final class TestWallets {
    private TestWallets() {}

    public static Wallets of(DataSource database, String strategy) {
        return of(database, strategy, "on");
    }

    static Wallets of(DataSource database, String strategy, String guards) {
        return new Wallets(database, new SimpleMeterRegistry(), new Settings(strategy, guards));
    }

    private record Settings(String strategy, String guards) implements WalletSettings {
        @Override
        public int deadlineMillis() {
            return 100_000; // no test fails for a slow disk
        }

        @Override
        public int writers() {
            return 2;
        }

        @Override
        public int accountsPerCommit() {
            return 16;
        }

        @Override
        public int batch() {
            return 512;
        }

        @Override
        public int connections() {
            return 4;
        }
    }
}
