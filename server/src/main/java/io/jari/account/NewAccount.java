package io.jari.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told when signing up. */
@Schema(examples = """
                {"email": "mina@example.com", "password": "a long secret", "name": "Kim Mina",
                 "phone": "+82 10-1234-5678", "language": "ko"}
                """)
public record NewAccount(
        @NotNull @Email @Size(max = 254) @Pattern(regexp = "\\P{Cntrl}*")
        String email,

        @Schema(description = "Left out where it is set by a link that comes by mail")
        @Nullable
        @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH)
        String password,

        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @Nullable @Pattern(regexp = "[+0-9() .-]{5,30}") String phone,
        @Nullable @Pattern(regexp = "ko|en") String language) {

    String languageOrDefault() {
        return language == null ? "ko" : language;
    }

    /** Throws a problem where it was left out. */
    String requiredPassword() {
        if (password == null) {
            throw Refusal.passwordMissing();
        }
        return password;
    }

    NewAccount withoutPassword() {
        return new NewAccount(email, "", name, phone, language);
    }

    // Records print their fields, and this one must not reach a log.
    @Override
    public String toString() {
        return "NewAccount";
    }
}
