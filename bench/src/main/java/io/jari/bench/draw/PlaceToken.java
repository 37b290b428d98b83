package io.jari.bench.draw;

import io.jari.bench.cli.Options;
import io.jari.core.queue.Joiner;
import io.jari.core.queue.PublishedDraw.Place;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of a place in line: base64url of kind 1 (1 byte), key id (2), date (4), ticket (8), joiner (16), valid till (4,
 * seconds since 1970) and a signature (16). The signature is the house's to check: whoever lies here lies to themselves.
 */
record PlaceToken(int dateId, long ticket, Joiner joiner, Instant validTill) {
    private static final int BYTES = 51;
    private static final byte KIND = 1;
    private static final Duration VALID = Duration.ofDays(2);

    static PlaceToken read(String text) {
        var bytes = ByteBuffer.wrap(decoded(text.strip()));
        if (bytes.remaining() != BYTES || bytes.get() != KIND) {
            throw new Options.Misuse("--token takes the token of a place in line, 68 characters");
        }
        bytes.getShort();
        return new PlaceToken(
                bytes.getInt(),
                bytes.getLong(),
                new Joiner(bytes.getLong(), bytes.getLong()),
                Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt())));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    Place place(@Nullable Long rank) {
        return new Place(dateId, ticket, joiner, validTill.minus(VALID), rank);
    }
}
