package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and opens offers of change: nothing is stored. Fields with bars between them, then 16 bytes of HMAC-SHA-256. */
@ApplicationScoped
public class ChangeOffers {
    private static final int SIGNATURE_BYTES = 16;
    private static final int FIELDS = 11;
    private final SecretKeySpec key;

    public ChangeOffers(Secret secret) {
        this.key = new SecretKeySpec(secret.derive("change-offer"), "HmacSHA256");
    }

    String sign(ChangeOffer offer) {
        var claim = offer.claim();
        var terms = offer.terms();
        var fields = new Object[] {
            offer.reservationId(),
            offer.basedOn(),
            claim.roomTypeId(),
            claim.nights().start(),
            claim.nights().end(),
            claim.rooms(),
            terms.currency(),
            terms.freeUntil().getEpochSecond(),
            terms.cancelFee(),
            offer.expiresAt().getEpochSecond(),
            Arrays.stream(terms.nightlyPrices()).mapToObj(Long::toString).collect(Collectors.joining(","))
        };
        var text = Arrays.stream(fields)
                .map(Object::toString)
                .collect(Collectors.joining("|"))
                .getBytes(StandardCharsets.US_ASCII);
        var signed = Arrays.copyOf(text, text.length + SIGNATURE_BYTES);
        System.arraycopy(signature(text), 0, signed, text.length, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The offer, or nothing when it is not one of ours. */
    Optional<ChangeOffer> open(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= SIGNATURE_BYTES) {
                return Optional.empty();
            }
            var text = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
            var signature = Arrays.copyOfRange(bytes, text.length, bytes.length);
            return MessageDigest.isEqual(signature, signature(text))
                    ? Optional.of(read(new String(text, StandardCharsets.US_ASCII).split("\\|", FIELDS)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ChangeOffer read(String[] fields) {
        return new ChangeOffer(
                fields[0],
                Long.parseLong(fields[1]),
                new Claim(
                        Integer.parseInt(fields[2]),
                        new NightRange(LocalDate.parse(fields[3]), LocalDate.parse(fields[4])),
                        Integer.parseInt(fields[5])),
                new Terms(
                        fields[6],
                        Arrays.stream(fields[10].split(","))
                                .mapToLong(Long::parseLong)
                                .toArray(),
                        Instant.ofEpochSecond(Long.parseLong(fields[7])),
                        Long.parseLong(fields[8])),
                Instant.ofEpochSecond(Long.parseLong(fields[9])));
    }

    private byte[] signature(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
