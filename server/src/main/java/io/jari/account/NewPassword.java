package io.jari.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password in exchange for another. */
@Schema(examples = """
        {"currentPassword": "a long secret", "newPassword": "a longer secret"}
        """)
public record NewPassword(
        @NotNull @Size(max = Passwords.MAX_LENGTH) String currentPassword,

        @NotNull @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH)
        String newPassword) {

    // Records print their fields, and this one must not reach a log.
    @Override
    public String toString() {
        return "NewPassword";
    }
}
