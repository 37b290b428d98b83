package io.jari.booking;

import io.jari.core.payment.PaymentEvent;
import io.jari.core.stay.CancelCause;
import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of a hotel's partition, decided in arrival order. Each may be run again: its id makes it idempotent. */
public sealed interface Command {

    String reservationId();

    /**
     * Sell rooms.
     *
     * @param actor who is journaled: account:ID
     * @param accountId whose reservation it is; null for a guest without account
     * @param offer the price and terms of a quote still in force; null: today's apply
     * @param askIfSimilar whether the guest wants to be asked when this is much like what was booked just now
     */
    record Reserve(
            String reservationId,
            byte[] requestHash,
            String actor,
            @Nullable Long accountId,
            Claim claim,
            GuestDetails guest,
            @Nullable Offer offer,
            boolean askIfSimilar)
            implements Command {

        /** Without asking. */
        Reserve(
                String reservationId,
                byte[] requestHash,
                String actor,
                @Nullable Long accountId,
                Claim claim,
                GuestDetails guest,
                @Nullable Offer offer) {
            this(reservationId, requestHash, actor, accountId, claim, guest, offer, false);
        }
    }

    /** Terms that were quoted, good until a time. */
    record Offer(Terms terms, Instant expiresAt) {}

    /**
     * Give rooms back.
     *
     * @param accountId only if it is this account's; null: staff or a job
     */
    record Cancel(
            String reservationId, String actor, @Nullable Long accountId, CancelCause cause) implements Command {}

    /** Cancel what is pending and past its time. */
    record Expire(String reservationId) implements Command {}

    /**
     * The hotel cannot keep these nights: what sleeps there on one of them, and has not come yet, is canceled, and everything goes back.
     */
    record CloseNights(String reservationId, String actor, NightRange nights) implements Command {}

    /** Record money taken at the desk; with it a pending reservation is paid. */
    record Pay(String reservationId, String actor, String method) implements Command {}

    /** Something happened to the reservation's payment. */
    record OfPayment(String reservationId, String actor, PaymentEvent event) implements Command {}
}
