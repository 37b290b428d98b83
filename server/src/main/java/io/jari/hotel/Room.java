package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as it stands. */
public record Room(
        @Schema(examples = "245") String hotelID,
        @Schema(examples = "1207") String roomID,
        @JsonUnwrapped RoomDetails details,
        @JsonIgnore int version) {}
