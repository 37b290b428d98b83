package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and opens quotes: nothing is stored, the guest carries the offer. Form 1: fields in a row, then 16 bytes of HMAC-SHA-256. */
@ApplicationScoped
public class Quotes {
    private static final byte FORM = 1;
    private static final int SIGNATURE_BYTES = 16;
    private static final int MOST_CHARACTERS = 6_000;
    private final ThreadLocal<Mac> mac;

    public Quotes(Secret secret) {
        var key = new SecretKeySpec(secret.derive("quote"), "HmacSHA256");
        this.mac = ThreadLocal.withInitial(() -> mac(key));
    }

    String sign(Quote quote) {
        var id = quote.reservationId().getBytes(StandardCharsets.US_ASCII);
        var prices = quote.terms().nightlyPrices();
        var bytes = ByteBuffer.allocate(1 + 1 + id.length + 4 * 5 + 3 + 8 * 3 + 8 * prices.length + SIGNATURE_BYTES);
        bytes.put(FORM)
                .put((byte) id.length)
                .put(id)
                .putInt(quote.hotelId())
                .putInt(quote.claim().roomTypeId())
                .putInt(quote.claim().nights().startDay())
                .putInt(quote.claim().nights().endDay())
                .putInt(quote.claim().rooms())
                .put(quote.terms().currency().getBytes(StandardCharsets.US_ASCII))
                .putLong(quote.expiresAt().toEpochMilli())
                .putLong(quote.terms().freeUntil().getEpochSecond())
                .putLong(quote.terms().cancelFee());
        for (var price : prices) {
            bytes.putLong(price);
        }
        bytes.put(signature(bytes.array(), bytes.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The quote, or nothing when it is not one of ours. */
    Optional<Quote> open(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var signed = bytes.length - SIGNATURE_BYTES;
            if (signed < 1
                    || bytes[0] != FORM
                    || !MessageDigest.isEqual(
                            Arrays.copyOfRange(bytes, signed, bytes.length), signature(bytes, signed))) {
                return Optional.empty();
            }
            return Optional.of(read(ByteBuffer.wrap(bytes, 1, signed - 1)));
        } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Quote read(ByteBuffer bytes) {
        var id = text(bytes, bytes.get());
        var hotelId = bytes.getInt();
        var roomTypeId = bytes.getInt();
        var nights = new NightRange(LocalDate.ofEpochDay(bytes.getInt()), LocalDate.ofEpochDay(bytes.getInt()));
        var rooms = bytes.getInt();
        var currency = text(bytes, 3);
        var expiresAt = Instant.ofEpochMilli(bytes.getLong());
        var freeUntil = Instant.ofEpochSecond(bytes.getLong());
        var cancelFee = bytes.getLong();
        var prices = new long[nights.nights()];
        for (var i = 0; i < prices.length; i++) {
            prices[i] = bytes.getLong();
        }
        return new Quote(
                id,
                hotelId,
                new Claim(roomTypeId, nights, rooms),
                new Terms(currency, prices, freeUntil, cancelFee),
                expiresAt);
    }

    private static String text(ByteBuffer bytes, int length) {
        var text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private byte[] signature(byte[] bytes, int length) {
        var hmac = mac.get();
        hmac.update(bytes, 0, length);
        return Arrays.copyOf(hmac.doFinal(), SIGNATURE_BYTES);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(key);
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
