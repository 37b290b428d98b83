package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room type as it stands; the version is that of its details and settings. */
public record RoomType(
        @Schema(examples = "245") String hotelID,
        @Schema(examples = "3") String roomTypeID,
        @JsonUnwrapped RoomTypeDetails details,
        @JsonIgnore RoomTypeSettings settings,
        @JsonIgnore int version) {}
