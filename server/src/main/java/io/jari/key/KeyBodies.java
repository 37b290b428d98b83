package io.jari.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told of keys, and asked of them, as JSON. Never a secret. */
final class KeyBodies {
    private KeyBodies() {}

    /** One more key, please. */
    @Schema(name = "SigningKeyRotation")
    record Rotation(
            @Schema(
                    description = "Whether what older keys have signed is refused from then on: after a leak",
                    defaultValue = "false")
            @Nullable
            Boolean revoke) {}

    /** A key, by its number. */
    @Schema(name = "SigningKey")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyBody(
            @JsonProperty("keyID") String keyId,

            @Schema(description = "From then on it signs, until another does")
            Instant signsFrom,

            @Schema(description = "Until then what it signed is accepted; left out while no other has come after it")
            @Nullable
            Instant acceptedUntil) {

        static KeyBody of(SigningKeyStore.Row row) {
            return new KeyBody(Integer.toString(row.keyId()), row.signsFrom(), row.validTill());
        }
    }
}
