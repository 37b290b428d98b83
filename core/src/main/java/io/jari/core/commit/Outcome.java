package io.jari.core.commit;

import java.util.function.Function;

/**
 * What became of a command. Exactly one is given for each command submitted.
 *
 * @param <R> the result of a command that was decided
 */
public sealed interface Outcome<R> {

    /** Decided in a transaction that is committed; {@code result} says how (a refusal by the rules is a result too). */
    record Decided<R>(R result) implements Outcome<R> {}

    /** Refused at once because a limit is reached or intake is closed: certainly not executed. {@code retryAfterMillis} is 50 to 5,000. */
    record Overloaded<R>(int retryAfterMillis) implements Outcome<R> {}

    /** Accepted, but certainly not executed. */
    record NotExecuted<R>(Why why) implements Outcome<R> {}

    /** A COMMIT was sent and its answer lost, or closing could not wait for it. Repeating the command under the same id is safe. */
    record OutcomeUnknown<R>() implements Outcome<R> {}

    /**
     * The command's own data broke its transaction, or something unforeseen did; to be logged as an error. After an unforeseen
     * error it may have been executed: repeating it under the same id is safe.
     */
    record Failed<R>(Throwable cause) implements Outcome<R> {}

    /** The same outcome with another result. */
    default <S> Outcome<S> map(Function<? super R, ? extends S> change) {
        return switch (this) {
            case Decided<R>(R result) -> new Decided<>(change.apply(result));
            case Overloaded<R>(int retryAfterMillis) -> new Overloaded<>(retryAfterMillis);
            case NotExecuted<R>(Why why) -> new NotExecuted<>(why);
            case OutcomeUnknown<R>() -> new OutcomeUnknown<>();
            case Failed<R>(Throwable cause) -> new Failed<>(cause);
        };
    }

    /** Why a command was not executed. */
    enum Why {
        /** Its deadline passed first. */
        DEADLINE,
        /** Every try was rolled back, and the tries are used up. */
        RETRIES,
        /** The group commit was closed before its turn came. */
        CLOSED
    }
}
