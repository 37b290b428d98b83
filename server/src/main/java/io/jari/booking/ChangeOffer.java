package io.jari.booking;

import io.jari.core.stay.Claim;
import java.time.Instant;

/**
 * How a stay would be after a change, and at what price.
 *
 * @param basedOn version of the reservation that it was made from: of another it is stale
 */
record ChangeOffer(String reservationId, long basedOn, Claim claim, Terms terms, Instant expiresAt) {}
