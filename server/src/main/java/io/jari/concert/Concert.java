package io.jari.concert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A concert as it stands. */
public record Concert(
        @Schema(examples = "12") String concertID,
        @JsonUnwrapped ConcertDetails details,
        @JsonIgnore int version) {}
