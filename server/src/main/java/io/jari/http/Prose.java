package io.jari.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A longer text in both languages; may be empty. */
public record Prose(
        @NotNull @Size(max = 4_000) String ko,
        @NotNull @Size(max = 4_000) String en) {
    public static final Prose NONE = new Prose("", "");
}
