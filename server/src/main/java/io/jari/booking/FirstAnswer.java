package io.jari.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.core.stay.NightRange;
import java.time.Instant;
import java.time.LocalDate;

/** What a reservation was when it was made: kept beside it once a change made it differ, so that a repeat gets the first answer. */
final class FirstAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private FirstAnswer() {}

    /** The fields that changes may touch, as JSON for {@code reservation.original}. */
    static String json(Reservation r) {
        var fields = JSON.createObjectNode()
                .put("roomTypeID", r.roomTypeId())
                .put("startDate", r.nights().start().toString())
                .put("endDate", r.nights().end().toString())
                .put("rooms", r.rooms())
                .put("freeUntil", r.terms().freeUntil().toString())
                .put("cancelFee", r.terms().cancelFee())
                .put("expiresAt", r.expiresAt().toString());
        var prices = fields.putArray("nightlyPrices");
        for (var price : r.terms().nightlyPrices()) {
            prices.add(price);
        }
        return fields.toString();
    }

    /** The reservation with what it was at first; a field that is not there has not changed. */
    static Reservation of(Reservation r) {
        if (r.original() == null) {
            return r;
        }
        JsonNode was;
        try {
            was = JSON.readTree(r.original());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("original of " + r.reservationId(), e);
        }
        var prices = was.has("nightlyPrices")
                ? prices(was.get("nightlyPrices"))
                : r.terms().nightlyPrices();
        return new Reservation(
                r.hotelId(),
                r.reservationId(),
                r.accountId(),
                was.path("roomTypeID").asInt(r.roomTypeId()),
                new NightRange(
                        date(was, "startDate", r.nights().start()),
                        date(was, "endDate", r.nights().end())),
                was.path("rooms").asInt(r.rooms()),
                r.status(),
                r.stay(),
                new Terms(
                        r.terms().currency(),
                        prices,
                        instant(was, "freeUntil", r.terms().freeUntil()),
                        was.path("cancelFee").asLong(r.terms().cancelFee())),
                r.feeCharged(),
                r.cancelReason(),
                r.requestHash(),
                r.createdAt(),
                r.createdVersion(),
                instant(was, "expiresAt", r.expiresAt()),
                r.version(),
                r.original());
    }

    private static long[] prices(JsonNode array) {
        var prices = new long[array.size()];
        for (var i = 0; i < prices.length; i++) {
            prices[i] = array.get(i).asLong();
        }
        return prices;
    }

    private static LocalDate date(JsonNode was, String field, LocalDate otherwise) {
        return was.has(field) ? LocalDate.parse(was.get(field).asText()) : otherwise;
    }

    private static Instant instant(JsonNode was, String field, Instant otherwise) {
        return was.has(field)
                ? java.time.OffsetDateTime.parse(was.get(field).asText()).toInstant()
                : otherwise;
    }
}
