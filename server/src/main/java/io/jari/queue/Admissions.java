package io.jari.queue;

import io.jari.core.commit.Outcome;
import io.jari.outage.Outage;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks five times a second who has left the inside of each open queue and admits the next. Every process does so: what is admitted is
 * decided under the queue's head, so that two of them admit no more than one.
 */
@Singleton
public final class Admissions implements Glance {
    private static final Logger LOG = Logger.getLogger(Admissions.class);
    private static final long LIMIT_SECONDS = 30;

    private final Queues queues;
    private final QueueLookup lookup;
    private final Sales sales;
    private final Outage outage;
    private final Rounds rounds = new Rounds("admissions", "nobody is admitted for now", AT_LATEST_MILLIS, this::round);

    Admissions(Queues queues, QueueLookup lookup, Sales sales, Outage outage) {
        this.queues = queues;
        this.lookup = lookup;
        this.sales = sales;
        this.outage = outage;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @Override
    public String condition() {
        return QueueLookup.ANY_OPEN;
    }

    @Override
    public void wake() {
        rounds.wake();
    }

    private boolean round() throws Exception {
        outage.beat();
        List<CompletableFuture<Outcome<Answer>>> answers = new ArrayList<>();
        @Nullable Exception failed = null;
        for (var queue : lookup.open()) {
            try {
                answers.addAll(lookAfter(queue));
            } catch (SQLException | RuntimeException e) {
                failed = e; // the others must not wait for this one
            }
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        for (var answer : answers) {
            if (answer.join() instanceof Outcome.Failed<Answer>(Throwable cause)) {
                LOG.error("a queue could not be looked after", cause);
            }
        }
        if (failed != null) {
            throw failed;
        }
        return false;
    }

    private List<CompletableFuture<Outcome<Answer>>> lookAfter(QueueLookup.Open queue) throws SQLException {
        var look = sales.look(queue.dateId(), queue.watchedVersion());
        List<CompletableFuture<Outcome<Answer>>> answers = new ArrayList<>();
        if (!look.paid().purchases().isEmpty()) {
            answers.add(queues.submit(queue.dateId(), look.paid()));
        }
        if (!queue.settled() || !look.sale().isSoldOut()) {
            answers.add(queues.submit(queue.dateId(), new Command.Step(look.sale())));
        }
        return answers;
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
