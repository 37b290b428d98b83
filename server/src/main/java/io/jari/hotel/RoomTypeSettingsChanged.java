package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** A room type's settings as they stand now, and the nights of which more is sold than the new target. */
public record RoomTypeSettingsChanged(
        RoomTypeSettings settings, @JsonIgnore int version, List<OversoldNight> oversold) {}
