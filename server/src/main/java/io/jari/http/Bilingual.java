package io.jari.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A short text in both languages. */
@Schema(examples = "{\"ko\": \"자리 해운대\", \"en\": \"Jari Haeundae\"}")
public record Bilingual(
        @NotBlank @Size(max = 200) String ko,
        @NotBlank @Size(max = 200) String en) {}
