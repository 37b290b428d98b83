package io.jari.queue;

import io.jari.commit.CommitMetrics;
import io.jari.commit.GroupCommitStrategy;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.db.Heads;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The one way in for whatever changes who stands where in a line, and who is inside. */
@ApplicationScoped
public class Queues implements AutoCloseable {
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int WRITERS = 2;
    private static final int QUEUES_A_COMMIT = 1;
    private static final int BATCH = 1_024;

    private final GroupCommitStrategy<Integer, Command, Answer> commit;

    @Inject
    public Queues(DataSource dataSource, QueueRanks ranks, MeterRegistry metrics) {
        this(dataSource, ranks, metrics, Heads.Lock.HELD);
    }

    /** @param lock NONE only in tests that must see what the lock prevents */
    Queues(DataSource dataSource, QueueRanks ranks, MeterRegistry metrics, Heads.Lock lock) {
        this.commit = new GroupCommitStrategy<>(
                Limits.defaults().with(WRITERS, QUEUES_A_COMMIT, BATCH),
                new QueueTransaction(dataSource, ranks, lock),
                new CommitMetrics(metrics, "queue"));
    }

    /** Never blocks. What was decided is committed; everything else says whether it may have been. */
    public CompletableFuture<Outcome<Answer>> submit(int dateId, Command command) {
        return commit.submit(dateId, command, System.nanoTime() + DEADLINE_NANOS);
    }

    @Override
    @PreDestroy
    public void close() {
        commit.close();
    }
}
