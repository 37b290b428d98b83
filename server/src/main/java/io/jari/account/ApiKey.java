package io.jari.account;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key by which a program acts as staff, without its secret.
 *
 * @param madeBy the administrator's account
 * @param lastUsedAt to within some minutes
 */
@Schema(name = "ApiKey")
public record ApiKey(
        @JsonProperty("keyID") @JsonFormat(shape = JsonFormat.Shape.STRING)
        long keyId,

        String name,
        List<Grant> rights,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long madeBy,
        Instant madeAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    private static final String PREFIX = "jk_";

    static String freshToken() {
        return Token.fresh(PREFIX);
    }

    static boolean looksRight(String token) {
        return Token.looksRight(token, PREFIX);
    }

    /** How the journal and idempotency keys name a key. */
    static String actor(long keyId) {
        return "key:" + keyId;
    }

    Caller caller() {
        return Caller.ofKey(keyId, madeBy, name, new Rights(rights));
    }
}
