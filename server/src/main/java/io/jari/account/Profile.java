package io.jari.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people may change about themselves. */
@Schema(examples = """
        {"name": "Kim Mina", "phone": "+82 10-1234-5678", "language": "en"}
        """)
public record Profile(
        @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @Nullable @Pattern(regexp = "[+0-9() .-]{5,30}") String phone,
        @NotNull @Pattern(regexp = "ko|en") String language) {}
