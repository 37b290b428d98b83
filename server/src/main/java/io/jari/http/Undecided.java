package io.jari.http;

import io.jari.core.commit.Outcome;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** What is said when a command was not decided: 503, and whether it may have happened nevertheless. */
public final class Undecided {
    private static final Logger LOG = Logger.getLogger(Undecided.class);

    private Undecided() {}

    /** @throws IllegalStateException for a command that was decided */
    public static Response response(Outcome<?> outcome) {
        return draft(outcome).response();
    }

    private static Problem.Draft draft(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Decided<?> _ -> throw new IllegalStateException("decided");
            case Outcome.Overloaded<?>(int retryAfterMillis) ->
                Problem.of(503, "overloaded", "Overloaded")
                        .detail("Nothing was done. Try again in a moment.")
                        .retryAfterMillis(retryAfterMillis);
            case Outcome.NotExecuted<?> _ ->
                Problem.of(503, "not-executed", "Not executed")
                        .detail("Nothing was done in time. Try again: the same request under the same id is safe.")
                        .retryAfterMillis(1_000);
            case Outcome.OutcomeUnknown<?> _ ->
                Problem.of(503, "outcome-unknown", "Outcome unknown")
                        .detail(
                                "The database went away while committing. Send the same request again to learn the outcome.")
                        .retryAfterMillis(1_000);
            case Outcome.Failed<?>(Throwable cause) -> {
                LOG.error("a command failed", cause);
                yield Problem.of(503, "outcome-unknown", "Outcome unknown")
                        .detail("Something went wrong on our side. Send the same request again to learn the outcome.")
                        .retryAfterMillis(5_000);
            }
        };
    }
}
