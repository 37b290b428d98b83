package io.jari.http;

import io.jari.core.commit.Outcome;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** What is said when nothing was decided, or nobody knows. */
public final class Undecided {
    private static final Logger LOG = Logger.getLogger(Undecided.class);

    private Undecided() {}

    public static Response of(Outcome<?> outcome) {
        return problem(outcome).getResponse();
    }

    /** The same, to be thrown. */
    public static Problem problem(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Decided<?> _ -> throw new IllegalStateException("decided");
            case Outcome.Overloaded<?>(int retryAfterMillis) ->
                Problem.of(503, "overloaded", "Overloaded")
                        .detail("Nothing was done. Try again in a moment.")
                        .retryAfterMillis(retryAfterMillis)
                        .exception();
            case Outcome.NotExecuted<?> _ ->
                Problem.of(503, "not-executed", "Not executed")
                        .detail("Nothing was done in time. Try again: the same request is safe.")
                        .retryAfterMillis(1_000)
                        .exception();
            case Outcome.OutcomeUnknown<?> _ ->
                Problem.of(503, "outcome-unknown", "Outcome unknown")
                        .detail(
                                "The database went away while committing. Send the same request again to learn the outcome.")
                        .retryAfterMillis(1_000)
                        .exception();
            case Outcome.Failed<?>(Throwable cause) -> {
                LOG.error("a command failed", cause);
                yield Problem.of(503, "outcome-unknown", "Outcome unknown")
                        .detail("Something went wrong on our side. Send the same request again to learn the outcome.")
                        .retryAfterMillis(5_000)
                        .exception();
            }
        };
    }
}
