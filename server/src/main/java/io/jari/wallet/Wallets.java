package io.jari.wallet;

import io.jari.commit.CommitMetrics;
import io.jari.commit.GroupCommitStrategy;
import io.jari.commit.Strategy;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.db.StartRefused;
import io.jari.setting.Usual;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The one way in for whatever moves money of a wallet. */
@ApplicationScoped
public class Wallets implements AutoCloseable {
    private final Strategy<Long, WalletCommand, WalletAnswer> strategy;
    private final long deadlineNanos;

    public Wallets(DataSource dataSource, MeterRegistry metrics, WalletSettings settings) {
        this.strategy = strategy(dataSource, metrics, settings);
        this.deadlineNanos = TimeUnit.MILLISECONDS.toNanos(settings.deadlineMillis());
    }

    /** Outside a server, with the settings that are usual. */
    public static Wallets of(DataSource dataSource) {
        return new Wallets(dataSource, new SimpleMeterRegistry(), Usual.of(WalletSettings.class));
    }

    private static Strategy<Long, WalletCommand, WalletAnswer> strategy(
            DataSource dataSource, MeterRegistry metrics, WalletSettings settings) {
        var transaction = new WalletTransaction(dataSource, Guards.of(settings.guards()));
        var listener = new CommitMetrics(metrics, "wallet");
        return switch (settings.strategy()) {
            case "group-commit" ->
                new GroupCommitStrategy<>(
                        Limits.defaults().with(settings.writers(), settings.accountsPerCommit(), settings.batch()),
                        transaction,
                        listener);
            case "lock" -> new LockStrategy(transaction, settings.connections(), listener);
            default ->
                throw new StartRefused("jari.wallet.strategy is group-commit or lock, not " + settings.strategy());
        };
    }

    /**
     * Never blocks. What was decided is committed; everything else says whether it may have been. The future is completed on the writer's
     * thread: a continuation that is not handed to an executor must be short.
     *
     * @param accountId whose wallet; it need not have one yet
     */
    public CompletableFuture<Outcome<WalletAnswer>> submit(long accountId, WalletCommand command) {
        return strategy.submit(accountId, command, System.nanoTime() + deadlineNanos);
    }

    @Override
    @PreDestroy
    public void close() {
        strategy.close();
    }
}
