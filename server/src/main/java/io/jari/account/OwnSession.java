package io.jari.account;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as it is shown to whom it belongs. */
public record OwnSession(
        @JsonProperty("sessionID") @JsonFormat(shape = JsonFormat.Shape.STRING)
        long sessionId,

        @Schema(description = "What the browser or programme called itself") @Nullable
        String device,

        Instant since,

        @Schema(description = "To the minute for staff, to the hour for guests")
        Instant lastSeen,

        Instant expiresAt,

        @Schema(description = "Whether it was begun on the internal listener")
        boolean internal,

        boolean current) {}
