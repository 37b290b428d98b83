package io.jari.provider.api;

import io.jari.provider.books.Once;
import io.jari.provider.http.Incoming;
import io.jari.provider.json.BadInput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The header Idempotency-Key, with a digest of what is asked: of its meaning, so that spaces make no difference. */
final class Keys {
    private Keys() {}

    static Optional<Once> of(Incoming in, Object... asked) {
        return in.header("Idempotency-Key").map(key -> {
            if (key.isEmpty() || key.length() > Limits.MOST_KEY || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new BadInput(
                        "Idempotency-Key must be 1 to %d printable ASCII characters".formatted(Limits.MOST_KEY));
            }
            return new Once(key, digest(in.path() + Arrays.toString(asked)));
        });
    }

    private static String digest(String asked) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
