package io.jari.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the journal keeps of things done at the desk: rooms, dates and money, no personal data. */
final class DeskJournal {
    private static final JsonMapper JSON = new JsonMapper();

    private DeskJournal() {}

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("journal: " + body, e);
        }
    }

    /** The stay as sold, before or after. */
    static ObjectNode stay(Reservation r) {
        return body().put("roomTypeID", Integer.toString(r.roomTypeId()))
                .put("startDate", r.nights().start().toString())
                .put("endDate", r.nights().end().toString())
                .put("rooms", r.rooms())
                .put("total", r.total());
    }
}
