package io.jari.core.stay;

import org.jspecify.annotations.Nullable;

/**
 * Whether a reservation stands, and its money. {@code pending → paid → refunded}; {@code pending → canceled | rejected};
 * {@code paid → canceled} where nothing is due back; {@code canceled(payment_timeout) → paid} for late money, if the
 * rooms are still free.
 */
public sealed interface ReservationStatus {

    /** Holds its rooms, awaits its money. */
    record Pending() implements ReservationStatus {}

    record Paid() implements ReservationStatus {}

    /** Given up after payment; what was due back is on its way. */
    record Refunded() implements ReservationStatus {}

    record Canceled(CancelCause cause) implements ReservationStatus {}

    /** The payment was refused for good. */
    record Rejected() implements ReservationStatus {}

    /** What can happen to a reservation. */
    sealed interface Event {

        /** The money was captured. */
        record Pay() implements Event {}

        /** The payment was refused for good. */
        record Reject() implements Event {}

        /** Whoever cancels; {@code refundDue} says whether captured money goes back. */
        record Cancel(CancelCause cause, boolean refundDue) implements Event {}
    }

    /** The state after an event, or why there is none. */
    default Transition<ReservationStatus> on(Event event) {
        return switch (event) {
            case Event.Pay() -> pay();
            case Event.Reject() -> reject();
            case Event.Cancel(CancelCause cause, boolean refundDue) -> cancel(cause, refundDue);
        };
    }

    private Transition<ReservationStatus> pay() {
        return switch (this) {
            case Pending() -> new Transition.To<>(new Paid(), Transition.Stock.KEEP);
            case Paid() -> new Transition.Already<>(this);
            case Canceled(CancelCause cause)
            when cause == CancelCause.PAYMENT_TIMEOUT ->
                new Transition.To<>(new Paid(), Transition.Stock.RESERVE_AGAIN);
            case Canceled _, Refunded _, Rejected _ -> new Transition.Refused<>(this);
        };
    }

    private Transition<ReservationStatus> reject() {
        return switch (this) {
            case Pending() -> new Transition.To<>(new Rejected(), Transition.Stock.RELEASE);
            case Rejected() -> new Transition.Already<>(this);
            case Paid _, Refunded _, Canceled _ -> new Transition.Refused<>(this);
        };
    }

    private Transition<ReservationStatus> cancel(CancelCause cause, boolean refundDue) {
        return switch (this) {
            case Pending() -> new Transition.To<>(new Canceled(cause), Transition.Stock.RELEASE);
            case Paid() when cause == CancelCause.PAYMENT_TIMEOUT -> new Transition.Refused<>(this);
            case Paid() ->
                new Transition.To<>(refundDue ? new Refunded() : new Canceled(cause), Transition.Stock.RELEASE);
            case Canceled _, Refunded _, Rejected _ -> new Transition.Already<>(this);
        };
    }

    /** Whether its nights count as reserved. */
    default boolean holdsRooms() {
        return switch (this) {
            case Pending _, Paid _ -> true;
            case Refunded _, Canceled _, Rejected _ -> false;
        };
    }

    /** As stored and sent: {@code pending}, {@code paid}, {@code refunded}, {@code canceled}, {@code rejected}. */
    default String wire() {
        return switch (this) {
            case Pending _ -> "pending";
            case Paid _ -> "paid";
            case Refunded _ -> "refunded";
            case Canceled _ -> "canceled";
            case Rejected _ -> "rejected";
        };
    }

    /**
     * The status from its stored form.
     *
     * @param cause the cancel cause's wire name, for {@code canceled}
     * @throws IllegalArgumentException for anything that {@link #wire} does not write
     */
    static ReservationStatus ofWire(String wire, @Nullable String cause) {
        return switch (wire) {
            case "pending" -> new Pending();
            case "paid" -> new Paid();
            case "refunded" -> new Refunded();
            case "rejected" -> new Rejected();
            case "canceled" -> new Canceled(cause(cause));
            default -> throw new IllegalArgumentException("reservation status " + wire);
        };
    }

    private static CancelCause cause(@Nullable String wire) {
        if (wire == null) {
            throw new IllegalArgumentException("canceled without a cause");
        }
        return CancelCause.ofWire(wire).orElseThrow(() -> new IllegalArgumentException("cancel cause " + wire));
    }
}
