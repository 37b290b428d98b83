package io.jari.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked when a password was forgotten. Records print their fields, and none of these may reach a log. */
final class ResetBodies {
    static final int MOST_TOKEN = 100;

    private ResetBodies() {}

    /** Whose password. */
    @Schema(name = "PasswordResetRequest", examples = "{\"email\": \"mina@example.com\"}")
    record AskBody(
            @NotNull @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
            String email) {

        @Override
        public String toString() {
            return "AskBody";
        }
    }

    /** By a link's token, another password. */
    @Schema(name = "PasswordByLink", examples = "{\"token\": \"jl_…\", \"password\": \"a long secret\"}")
    record PasswordBody(
            @NotNull @Size(max = MOST_TOKEN) String token,

            @NotNull @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH)
            String password) {

        @Override
        public String toString() {
            return "PasswordBody";
        }
    }
}
