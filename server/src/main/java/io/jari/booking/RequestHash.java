package io.jari.booking;

import io.jari.booking.BookingBodies.NewReservation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What tells one request from another under the same id: the first 16 bytes of the SHA-256 of its fields. White space and order do not count. */
final class RequestHash {
    private static final int BYTES = 16;

    private RequestHash() {}

    static byte[] of(NewReservation r, String caller) {
        var guest = r.guest();
        var fields = String.join(
                "\u0000",
                caller,
                r.hotelId(),
                r.roomTypeId(),
                r.startDate().toString(),
                r.endDate().toString(),
                String.valueOf(r.rooms() == null ? 1 : r.rooms()),
                String.valueOf(r.quote()),
                guest.name(),
                String.valueOf(guest.phone()),
                String.valueOf(guest.email()),
                String.valueOf(guest.partySize()),
                String.valueOf(guest.note()));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
