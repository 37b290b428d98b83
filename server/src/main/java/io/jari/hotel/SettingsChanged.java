package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** Settings as they stand now, and the nights of which more is sold than the new target. */
public record SettingsChanged<T>(T settings, @JsonIgnore int version, List<OversoldNight> oversold) {}
