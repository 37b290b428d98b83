package io.jari.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as other programs get it: ids, and nothing about a person. */
@Schema(name = "Event")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBody(
        @Schema(description = "Rises from event to event", examples = "4711")
        long number,

        @Schema(examples = "reservation.paid") String type,
        Instant at,

        @Schema(description = "What it happened to: a reservationID, holdID, or dateID")
        String subject,

        @JsonProperty("hotelID") @Nullable String hotelId,
        @JsonProperty("concertID") @Nullable String concertId,
        @JsonProperty("dateID") @Nullable String dateId,

        @Schema(description = "What changed, by type", type = SchemaType.OBJECT) @Nullable
        JsonNode data) {

    static EventBody of(Event event, Origin origin) {
        return new EventBody(
                event.number(),
                event.type(),
                event.at(),
                event.subject(),
                origin.hotelId() == null ? null : origin.hotelId().toString(),
                origin.concertId() == null ? null : origin.concertId().toString(),
                origin.dateId() == null ? null : origin.dateId().toString(),
                EventTypes.told(event.type(), event.body()));
    }
}
