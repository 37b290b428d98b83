package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.StayStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as it stands.
 *
 * @param status pending, paid, refunded, canceled or rejected
 * @param stay booked, checked_in, checked_out, no_show or walked
 * @param feeCharged minor units kept at its cancellation
 * @param requestHash of the request that made it
 * @param expiresAt end of the pending state
 * @param version of the partition at its last change
 * @param original JSON of what the first answer said differently, once a change made them differ
 */
public record Reservation(
        int hotelId,
        String reservationId,
        @Nullable Long accountId,
        int roomTypeId,
        NightRange nights,
        int rooms,
        String status,
        String stay,
        Terms terms,
        @Nullable Long feeCharged,
        @Nullable String cancelReason,
        byte[] requestHash,
        Instant createdAt,
        long createdVersion,
        Instant expiresAt,
        long version,
        @Nullable String original) {

    public Claim claim() {
        return new Claim(roomTypeId, nights, rooms);
    }

    public long total() {
        return terms.total(rooms);
    }

    /** Whether it is to be paid or paid, not ended. */
    boolean isLive() {
        return status.equals("pending") || status.equals("paid");
    }

    /** Whether its nights count as reserved. */
    public boolean holdsRooms() {
        return isLive() && !stay.equals("no_show") && !stay.equals("walked");
    }

    Reservation with(String newStatus, @Nullable String reason, @Nullable Long fee, long newVersion) {
        return copy(claim(), terms, newStatus, stay, fee, reason, expiresAt, newVersion);
    }

    Reservation with(StayStatus newStay, long newVersion) {
        return copy(claim(), terms, status, newStay.wire(), feeCharged, cancelReason, expiresAt, newVersion);
    }

    Reservation with(Claim other, Terms otherTerms, long newVersion) {
        return copy(other, otherTerms, status, stay, feeCharged, cancelReason, expiresAt, newVersion);
    }

    Reservation until(Instant newExpiry, long newVersion) {
        return copy(claim(), terms, status, stay, feeCharged, cancelReason, newExpiry, newVersion);
    }

    private Reservation copy(
            Claim newClaim,
            Terms newTerms,
            String newStatus,
            String newStay,
            @Nullable Long newFee,
            @Nullable String newReason,
            Instant newExpiry,
            long newVersion) {
        return new Reservation(
                hotelId,
                reservationId,
                accountId,
                newClaim.roomTypeId(),
                newClaim.nights(),
                newClaim.rooms(),
                newStatus,
                newStay,
                newTerms,
                newFee,
                newReason,
                requestHash,
                createdAt,
                createdVersion,
                newExpiry,
                newVersion,
                original);
    }
}
