package io.jari.queue;

import io.jari.account.Caller;
import io.jari.core.commit.Outcome;
import io.jari.core.queue.LineState;
import io.jari.core.queue.QueueToken;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From somebody who wants to come in to what they are told. Never blocks. */
@ApplicationScoped
public class Queueing {
    private final Queues queues;
    private final Lines lines;
    private final Joiners joiners;
    private final EntryLimits limits;
    private final QueueTokens tokens;
    private final Passes passes;

    public Queueing(
            Queues queues, Lines lines, Joiners joiners, EntryLimits limits, QueueTokens tokens, Passes passes) {
        this.queues = queues;
        this.lines = lines;
        this.joiners = joiners;
        this.limits = limits;
        this.tokens = tokens;
        this.passes = passes;
    }

    /** What became of joining. */
    public sealed interface Joined {
        /** {@code known} when the place was there before. */
        record Place(Line line, long ticket, String token, boolean known) implements Joined {}

        /** Everybody may come: there is no line. */
        record NoQueue(Line line) implements Joined {}

        record Refused(Problem why) implements Joined {}
    }

    /** What became of coming in. */
    public sealed interface Entered {
        /**
         * @param leaveBy the pass is renewed until then
         * @param renewed whether they were inside before
         */
        record Inside(
                String pass,
                int dateId,
                long ticket,
                Instant enteredAt,
                Instant expiresAt,
                Instant leaveBy,
                boolean renewed)
                implements Entered {}

        record Refused(Problem why) implements Entered {}
    }

    /**
     * A place in the line of a date, or the one there is.
     *
     * @param deviceId of the form that {@link Joiners#isDevice} knows
     * @param caller null: nobody is signed in, and the place is the device's
     */
    public CompletableFuture<Joined> join(int dateId, String deviceId, @Nullable Caller caller) {
        return lines.of(dateId)
                .handle((found, error) -> {
                    if (error != null) {
                        throw QueueProblems.unread(error);
                    }
                    return found.orElseThrow(() -> Problem.notFound("date").exception());
                })
                .thenCompose(line -> {
                    if (line.state().mode() == LineState.Mode.OFF) {
                        return CompletableFuture.completedFuture(new Joined.NoQueue(line));
                    }
                    var device = joiners.ofDevice(deviceId);
                    var command = caller == null
                            ? new Command.Join(device, null, null)
                            : new Command.Join(joiners.ofAccount(caller.accountId()), device, caller.accountId());
                    return queues.submit(dateId, command).thenApply(outcome -> joined(line, outcome));
                });
    }

    private Joined joined(Line line, Outcome<Answer> outcome) {
        if (!(outcome instanceof Outcome.Decided<Answer>(Answer answer))) {
            return new Joined.Refused(Undecided.problem(outcome));
        }
        return switch (answer) {
            case Answer.Place(var ticket, var joiner, var known) ->
                new Joined.Place(line, ticket, tokens.sign(line.dateId(), ticket, joiner), known);
            case Answer.NoQueue() -> new Joined.NoQueue(line.off());
            case Answer other -> new Joined.Refused(QueueProblems.of(other));
        };
    }

    /**
     * Comes in, or stays in.
     *
     * @param deviceId null: unknown, which does where the place is the account's
     */
    public CompletableFuture<Entered> enter(@Nullable String token, @Nullable String deviceId, Caller caller) {
        return withPlace(token, place -> {
            var refusal = limits.refusal(place);
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(new Entered.Refused(refusal.get()));
            }
            var device = deviceId == null ? null : joiners.ofDevice(deviceId);
            var command = new Command.Enter(place.ticket(), place.joiner(), device, caller.accountId());
            return queues.submit(place.dateId(), command).thenApply(outcome -> entered(place, caller, outcome));
        });
    }

    private Entered entered(QueueToken place, Caller caller, Outcome<Answer> outcome) {
        if (!(outcome instanceof Outcome.Decided<Answer>(Answer answer))) {
            return new Entered.Refused(Undecided.problem(outcome));
        }
        return switch (answer) {
            case Answer.Inside(var ticket, var enteredAt, var expiresAt, var leaveBy, var renewed) ->
                new Entered.Inside(
                        passes.sign(place.dateId(), caller.accountId(), ticket, enteredAt, expiresAt),
                        place.dateId(),
                        ticket,
                        enteredAt,
                        expiresAt,
                        leaveBy,
                        renewed);
            case Answer other -> new Entered.Refused(QueueProblems.of(other));
        };
    }

    /** Goes, so that the next may come; fails with a {@link Problem} where the token is none of theirs. */
    public CompletableFuture<Void> leave(@Nullable String token, Caller caller) {
        return withPlace(
                token,
                place -> queues.submit(
                                place.dateId(), new Command.Leave(place.ticket(), place.joiner(), caller.accountId()))
                        .thenAccept(Queueing::mustBeDone));
    }

    private static void mustBeDone(Outcome<Answer> outcome) {
        switch (outcome) {
            case Outcome.Decided<Answer>(Answer.Done()) -> {}
            case Outcome.Decided<Answer>(Answer other) -> throw QueueProblems.of(other);
            default -> throw Undecided.problem(outcome);
        }
    }

    private <T> CompletableFuture<T> withPlace(
            @Nullable String token, Function<QueueToken, CompletableFuture<T>> then) {
        if (token == null) {
            throw Problem.invalid("Queue-Token", "this header is needed: the token that POST /v1/queue gave")
                    .exception();
        }
        return switch (tokens.check(token)) {
            case QueueTokens.Checked.Good(var place) -> then.apply(place);
            case QueueTokens.Checked.Expired _ -> throw QueueProblems.expired();
            case QueueTokens.Checked.Invalid() -> throw QueueProblems.invalid();
        };
    }
}
