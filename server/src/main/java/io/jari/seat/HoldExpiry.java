package io.jari.seat;

import io.jari.core.commit.Outcome;
import io.jari.outage.Outage;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends holds whose time is over, twice a second, one batch at a time, so that everybody sees the seats free. Nothing depends on it: whoever
 * wants such a seat may have it anyway. Every process does so; what another one ended stays as it is.
 */
@Singleton
public final class HoldExpiry implements Glance {
    private static final Logger LOG = Logger.getLogger(HoldExpiry.class);
    private static final int BATCH = 500;
    private static final long BATCH_LIMIT_SECONDS = 30;

    private static final int MOST_RESTING = 500;
    private static final long REST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final SeatHolds holds;
    private final HoldLookup lookup;
    private final Outage outage;
    /** What could not be ended, and until when nobody else's turn is spent on it. */
    private final Map<HoldLookup.Due, Long> resting = new HashMap<>();

    private final Rounds rounds =
            new Rounds("hold-expiry", "holds of seats do not expire for now", AT_LATEST_MILLIS, this::turn);

    public HoldExpiry(SeatHolds holds, HoldLookup lookup, Outage outage) {
        this.holds = holds;
        this.lookup = lookup;
        this.outage = outage;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @Override
    public String condition() {
        return HoldLookup.ANY_DUE;
    }

    @Override
    public void wake() {
        rounds.wake();
    }

    /** Whether there may be more at once: not where nothing could be ended. */
    boolean turn() throws Exception {
        outage.beat();
        var now = System.nanoTime();
        resting.values().removeIf(until -> until - now <= 0);
        var due = lookup.due(BATCH + resting.size()).stream()
                .filter(d -> !resting.containsKey(d))
                .limit(BATCH)
                .toList();
        var answers = due.stream()
                .map(d -> holds.submit(d.dateId(), new Command.Expire(d.holdId())))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(BATCH_LIMIT_SECONDS, TimeUnit.SECONDS);
        for (var i = 0; i < due.size(); i++) {
            if (answers.get(i).join() instanceof Outcome.Failed<Answer>(Throwable cause)) {
                rest(due.get(i), cause);
            }
        }
        return due.size() == BATCH && answers.stream().anyMatch(answer -> hasEnded(answer.join()));
    }

    private void rest(HoldLookup.Due failed, Throwable cause) {
        if (resting.size() < MOST_RESTING) {
            resting.put(failed, System.nanoTime() + REST_NANOS);
            LOG.errorf("hold %s of date %d cannot be ended: %s", failed.holdId(), failed.dateId(), cause);
        }
    }

    private static boolean hasEnded(Outcome<Answer> outcome) {
        return outcome instanceof Outcome.Decided<Answer>(Answer.Stands(var _, var changed)) && changed;
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
