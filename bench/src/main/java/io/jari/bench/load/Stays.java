package io.jari.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.Api;
import io.jari.bench.api.Hotels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The stays that people want, spread over hotels, room types and nights; one of each makes a hot row. */
public record Stays(List<Choice> choices, LocalDate from, int spreadDays, int nights, Random random) {

    /** A room type of a hotel. */
    public record Choice(String hotelID, String roomTypeID) {}

    /** Of the named hotels, or the first of the list, so many room types each. */
    public static List<Choice> choices(Api api, List<String> hotelIDs, int hotels, int roomTypes) {
        var ids = hotelIDs.isEmpty() ? Hotels.ids(api, hotels) : hotelIDs;
        var choices = new ArrayList<Choice>();
        for (var id : ids) {
            elements(api, "/v1/hotels/" + id + "/room-types")
                    .limit(roomTypes)
                    .map(type -> new Choice(id, type.path("roomTypeID").asText()))
                    .forEach(choices::add);
        }
        if (choices.isEmpty()) {
            throw new IllegalStateException("No room types found in hotels " + ids);
        }
        return choices;
    }

    /** So many nights of a choice. */
    public record Stay(Choice choice, LocalDate start, LocalDate end) {

        /** As the members that orders and reservations share. */
        public String members() {
            return """
                    "hotelID":"%s","roomTypeID":"%s","startDate":"%s","endDate":"%s","rooms":1""".formatted(choice.hotelID(), choice.roomTypeID(), start, end);
        }
    }

    public synchronized Stay next() {
        var choice = choices.get(random.nextInt(choices.size()));
        var start = from.plusDays(random.nextInt(spreadDays));
        return new Stay(choice, start, start.plusDays(nights));
    }

    private static Stream<JsonNode> elements(Api api, String path) {
        var answer = api.get(path);
        if (!answer.ok()) {
            throw new IllegalStateException("No " + path + ": " + answer.explanation());
        }
        var nodes = new ArrayList<JsonNode>();
        answer.body().forEach(nodes::add);
        return nodes.stream();
    }
}
