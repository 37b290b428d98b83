package io.jari.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where those who have come in part from those who have not: before seats of a date are set aside. Never blocks. */
@ApplicationScoped
public class PassGate {
    /** The header in which a pass is sent. */
    public static final String HEADER = "Queue-Pass";

    private static final Verdict OPEN = new Verdict.Open();

    private final QueueDates dates;
    private final Passes passes;
    private final boolean guarded;

    /** @param guards off only in tests that must see what the gate prevents; a production start refuses it */
    public PassGate(
            QueueDates dates,
            Passes passes,
            @ConfigProperty(name = "jari.queue.guards", defaultValue = "on") String guards) {
        this.dates = dates;
        this.passes = passes;
        this.guarded = !guards.equals("off");
    }

    /** Whether somebody may take seats of a date. */
    public sealed interface Verdict {
        /** The date has no waiting room now: anybody may. */
        record Open() implements Verdict {}

        /** By the pass of somebody who came in then. */
        record Through(Instant enteredAt) implements Verdict {}

        /** Nobody may with this. */
        record Refused(Why why) implements Verdict {}
    }

    /** Why not. */
    public enum Why {
        /** There is none. */
        NEEDED,
        /** We did not sign it, or do not stand by it any more. */
        INVALID,
        /** It is another's, or of another date. */
        FOREIGN,
        /** Its time is over. */
        EXPIRED
    }

    /** @param pass as it was sent, whatever it is */
    public CompletableFuture<Verdict> check(int dateId, @Nullable String pass, long accountId) {
        return guarded
                ? dates.needsPass(dateId).handle((needed, error) -> {
                    if (error != null) {
                        throw QueueProblems.unread(error);
                    }
                    return needed ? verdict(dateId, pass, accountId) : OPEN;
                })
                : CompletableFuture.completedFuture(OPEN);
    }

    private Verdict verdict(int dateId, @Nullable String text, long accountId) {
        if (text == null || text.isBlank()) {
            return new Verdict.Refused(Why.NEEDED);
        }
        return switch (passes.check(text)) {
            case Passes.Checked.Invalid() -> new Verdict.Refused(Why.INVALID);
            case Passes.Checked.Good(var pass) ->
                pass.dateId() == dateId && pass.accountId() == accountId
                        ? new Verdict.Through(pass.enteredAt())
                        : new Verdict.Refused(Why.FOREIGN);
            case Passes.Checked.Expired(var pass) ->
                new Verdict.Refused(
                        pass.dateId() == dateId && pass.accountId() == accountId ? Why.EXPIRED : Why.FOREIGN);
        };
    }
}
