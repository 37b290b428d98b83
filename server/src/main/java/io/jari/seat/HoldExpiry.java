package io.jari.seat;

import io.jari.core.commit.Outcome;
import io.jari.outage.Outage;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends holds whose time is over, twice a second, one batch at a time, so that everybody sees the seats free. Nothing depends on it: whoever
 * wants such a seat may have it anyway. Every process does so; what another one ended stays as it is.
 */
@ApplicationScoped
public class HoldExpiry {
    private static final long PAUSE_MILLIS = 500;
    private static final int BATCH = 500;
    private static final long BATCH_LIMIT_SECONDS = 30;

    private final SeatHolds holds;
    private final HoldLookup lookup;
    private final Outage outage;
    private final Rounds rounds =
            new Rounds("hold-expiry", "holds of seats do not expire for now", PAUSE_MILLIS, this::turn);

    public HoldExpiry(SeatHolds holds, HoldLookup lookup, Outage outage) {
        this.holds = holds;
        this.lookup = lookup;
        this.outage = outage;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Whether there may be more at once: not where nothing could be ended. */
    private boolean turn() throws Exception {
        outage.beat();
        var due = lookup.due(BATCH);
        var answers = due.stream()
                .map(d -> holds.submit(d.dateId(), new Command.Expire(d.holdId())))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(BATCH_LIMIT_SECONDS, TimeUnit.SECONDS);
        return due.size() == BATCH && answers.stream().anyMatch(answer -> hasEnded(answer.join()));
    }

    private static boolean hasEnded(Outcome<Answer> outcome) {
        return outcome instanceof Outcome.Decided<Answer>(Answer.Stands(var _, var changed)) && changed;
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
