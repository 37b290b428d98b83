package io.jari.queue;

import io.jari.http.Problem;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Every no of a line, with what to do. */
final class QueueProblems {
    private static final int ROOM_MILLIS = 1_000;
    private static final int READING_MILLIS = 1_000;
    private static final int LINE_MILLIS = 60_000;

    private QueueProblems() {}

    static Problem of(Answer answer) {
        return switch (answer) {
            case Answer.Foreign() ->
                Problem.of(403, "queue-token-foreign", "Another's place")
                        .detail(
                                "This place is another account's, or another device's: come in with the account or the deviceID "
                                        + "that has joined. POST /v1/queue finds your own.")
                        .exception();
            case Answer.NotAdmitted() ->
                Problem.of(409, "not-admitted", "Not admitted yet")
                        .detail("GET /v1/queue/status says when.")
                        .exception();
            case Answer.Forfeited() ->
                Problem.of(409, "forfeited", "The place is gone")
                        .detail(
                                "The time to come in was over, and the next got the place. POST /v1/queue gives another, at the end.")
                        .exception();
            case Answer.PassEnded(var reason) ->
                Problem.of(409, "pass-ended", "The pass has ended")
                        .detail(ended(reason) + " POST /v1/queue gives another place, at the end.")
                        .with("reason", reason.wire().replace('_', '-').toLowerCase(Locale.ROOT))
                        .exception();
            case Answer.SecondPlace() ->
                Problem.of(409, "second-place", "Inside with another place")
                        .detail("The account has come in with another place of this date. One at a time.")
                        .exception();
            case Answer.Full() ->
                Problem.of(503, "full", "Full for a moment")
                        .detail(
                                "As many as may be are inside. The place is kept for ten seconds more, after each try again. Try again in a moment.")
                        .retryAfterMillis(ROOM_MILLIS)
                        .exception();
            case Answer.SoldOut() ->
                Problem.of(409, "sold-out", "Sold out")
                        .detail(
                                "Nothing is available or held any more. If something falls free, those who wait are admitted.")
                        .exception();
            case Answer.LineFull() ->
                Problem.of(503, "line-full", "The line is full")
                        .detail("More cannot take part in a draw. Join after the opening.")
                        .retryAfterMillis(LINE_MILLIS)
                        .exception();
            case Answer.NoQueue() ->
                Problem.of(409, "no-queue", "There is no waiting room")
                        .detail("Everybody may come: POST /v1/seat-holds needs no pass for this date.")
                        .exception();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    private static String ended(EndReason reason) {
        return switch (reason) {
            case PAID -> "It bought what was bought with it.";
            case LEFT -> "Its owner has left.";
            case EXPIRED -> "It was not renewed in time.";
            case SOLD_OUT -> "All was sold.";
            case STAFF -> "Staff have ended it.";
        };
    }

    /** Why a line could not be had: a problem where too many are being read. */
    static RuntimeException unread(Throwable error) {
        @Nullable Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof RejectedExecutionException) {
            return Problem.of(503, "overloaded", "Overloaded")
                    .detail("Too many waiting rooms are being looked at. Nothing was done. Try again in a moment.")
                    .retryAfterMillis(READING_MILLIS)
                    .exception();
        }
        return error instanceof CompletionException known ? known : new CompletionException(error);
    }

    static Problem invalid() {
        return Problem.of(403, "queue-token-invalid", "No token")
                .detail(
                        "This is no token of ours, it was changed, or its key is not accepted any more. POST /v1/queue finds the place again.")
                .exception();
    }

    static Problem expired() {
        return Problem.of(403, "queue-token-expired", "The token has expired")
                .detail("POST /v1/queue finds the place again.")
                .exception();
    }
}
