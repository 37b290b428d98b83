package io.jari.hotel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A room out of order, and the nights of which more is sold than what is left allows. */
public record Recorded(@JsonUnwrapped OutOfOrder outOfOrder, List<OversoldNight> oversold) {}
