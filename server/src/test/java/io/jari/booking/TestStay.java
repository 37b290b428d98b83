package io.jari.booking;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.time.LocalDate;
import java.util.Map;

/** A hotel of one room type made in a running server's database, and one night in it that everybody wants. */
public record TestStay(int hotelId, LocalDate start, LocalDate end) {

    /**
     * @param rooms of the type; overbooking is 10 %
     */
    public static TestStay with(JariServer server, int rooms) {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), rooms);
        return new TestStay(
                hotel.hotelId(), hotel.today().plusDays(5), hotel.today().plusDays(6));
    }

    /** An order's reservation id. */
    public String order(Api api) {
        var answer = api.post(
                "/v1/reservation-orders",
                Map.of(
                        "hotelID", Integer.toString(hotelId),
                        "roomTypeID", "1",
                        "startDate", start.toString(),
                        "endDate", end.toString()));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer.body().path("reservationID").asText();
    }

    public Map<String, Object> request(String reservationId) {
        return Map.of(
                "reservationID", reservationId,
                "hotelID", Integer.toString(hotelId),
                "roomTypeID", "1",
                "startDate", start.toString(),
                "endDate", end.toString(),
                "guest", Map.of("name", "김민수", "partySize", 2));
    }
}
