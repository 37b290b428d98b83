package io.jari.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked and told about second factors. Records print their fields, and none of these may reach a log. */
final class FactorBodies {
    static final int MOST_CODE = 64;

    private FactorBodies() {}

    /** What an authenticator app needs to know. */
    @Schema(name = "SecondFactorEnrolment")
    record EnrolmentBody(
            @Schema(description = "To be typed into an authenticator app")
            String secret,

            @Schema(description = "otpauth://…, for apps on the same device")
            String uri,

            @Schema(description = "The same as a QR code, an SVG picture")
            String qr) {

        @Override
        public String toString() {
            return "EnrolmentBody";
        }
    }

    /** A code of the app that was told the secret. */
    @Schema(name = "SecondFactorCode", examples = "{\"code\": \"123456\"}")
    record CodeBody(@NotNull @Size(max = MOST_CODE) String code) {

        @Override
        public String toString() {
            return "CodeBody";
        }
    }

    /** Both factors at once. */
    @Schema(name = "BothFactors", examples = "{\"password\": \"a long secret\", \"code\": \"123456\"}")
    record BothBody(
            @NotNull @Size(max = Passwords.MAX_LENGTH) String password,
            @NotNull @Size(max = MOST_CODE) String code) {

        @Override
        public String toString() {
            return "BothBody";
        }
    }

    /** Told this once; the token, where there is one, takes the place of the one sent. */
    @Schema(name = "RecoveryCodes")
    record RecoveryBody(
            List<String> recoveryCodes,
            @Nullable String token,
            @Nullable Instant expiresAt) {

        @Override
        public String toString() {
            return "RecoveryBody";
        }
    }
}
