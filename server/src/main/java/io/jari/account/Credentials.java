package io.jari.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told when signing in; {@code cookie} asks for a cookie beside the token. */
@Schema(examples = """
        {"email": "mina@example.com", "password": "a long secret", "cookie": false}
        """)
record Credentials(
        @NotNull @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
        String email,

        @NotNull @Size(max = Passwords.MAX_LENGTH) String password,

        @Schema(description = "Of staff with a second factor, on the internal listener: of the app, or a recovery code")
        @Nullable
        @Size(max = FactorBodies.MOST_CODE)
        String code,

        @Nullable Boolean cookie) {

    boolean cookieWanted() {
        return Boolean.TRUE.equals(cookie);
    }

    // Records print their fields, and this one must not reach a log.
    @Override
    public String toString() {
        return "Credentials";
    }
}
