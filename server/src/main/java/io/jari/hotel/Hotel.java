package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hotel as it stands; the version is that of its details and settings. */
public record Hotel(
        @Schema(examples = "245") String hotelID,
        @JsonUnwrapped HotelDetails details,
        @JsonIgnore HotelSettings settings,
        @JsonIgnore int version) {}
