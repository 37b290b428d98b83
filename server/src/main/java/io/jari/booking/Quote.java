package io.jari.booking;

import io.jari.core.stay.Claim;
import java.time.Instant;

/** A priced, expiring offer as it was signed: it holds no stock. */
record Quote(String reservationId, int hotelId, Claim claim, Terms terms, Instant expiresAt) {}
