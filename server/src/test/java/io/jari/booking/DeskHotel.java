package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hotel with two room types and numbered rooms in a running server, its guests and its desk. */
public record DeskHotel(JariServer server, TestHotel hotel, Api guest, Api desk, Api admin) {
    /** A hotel like {@link TestHotel#with(javax.sql.DataSource, int, int, int)}. */
    public static DeskHotel with(JariServer server, int rooms, int overbooking, int better) {
        return new DeskHotel(
                server,
                TestHotel.with(TestData.of(server).dataSource(), rooms, overbooking, better),
                Api.demo(server.url(), "guest"),
                Api.demo(server.internalUrl(), "desk"),
                Api.demo(server.internalUrl(), "admin"));
    }

    public LocalDate day(int days) {
        return hotel.today().plusDays(days);
    }

    public Map<String, Object> stay(int start, int end) {
        return new HashMap<>(Map.of(
                "hotelID",
                Integer.toString(hotel.hotelId()),
                "roomTypeID",
                "1",
                "startDate",
                day(start).toString(),
                "endDate",
                day(end).toString()));
    }

    /** A request as the guest sends it, ready to be sent again. */
    public Map<String, Object> request(int start, int end, String name) {
        return request(start, end, name, 1);
    }

    public Map<String, Object> request(int start, int end, String name, int rooms) {
        var request = stay(start, end);
        request.put("rooms", rooms);
        var order = guest.post("/v1/reservation-orders", request);
        assertThat(order.status()).as(order.body().toString()).isEqualTo(200);
        request.put("reservationID", order.body().path("reservationID").asText());
        request.put("guest", Map.of("name", name, "phone", "+82 10-1234-5678", "partySize", 2));
        return request;
    }

    public String reserve(int start, int end, String name) {
        var answer = guest.post("/v1/reservations", request(start, end, name));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("reservationID").asText();
    }

    public String paid(int start, int end, String name) {
        var id = reserve(start, end, name);
        assertThat(at(id, "desk-payments", Map.of("method", "cash")).status()).isEqualTo(201);
        return id;
    }

    Api.Answer at(String reservationId, String what, Object body) {
        return desk.post("/v1/reservations/" + reservationId + "/" + what, body);
    }

    public Api.Answer ok(String reservationId, String what, Object body) {
        var answer = at(reservationId, what, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    /** As typed by hand: without a body, and so without its type. */
    Api.Answer bare(String reservationId, String what) {
        return desk.send("POST", "/v1/reservations/" + reservationId + "/" + what, null, Map.of());
    }

    List<String> rooms(Api.Answer answer) {
        var numbers = new ArrayList<String>();
        answer.body()
                .path("rooms")
                .forEach(room -> numbers.add(room.path("number").asText()));
        return numbers;
    }

    JsonNode today() {
        var answer = desk.get("/v1/hotels/" + hotel.hotelId() + "/today");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /** Moves the server's clock to an hour of the hotel's day. */
    void clock(int days, int hour) {
        var moment = day(days).atTime(hour, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant();
        var answer = admin.put("/v1/clock", Map.of("now", moment.toString()), Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    /** Moves the hotel, of which nobody has heard yet, to where it is between eight and nine in the evening; gives that day. */
    public int evening() {
        var utc = OffsetDateTime.now(ZoneOffset.UTC).getHour();
        var east = utc <= 8 ? -4 - utc : 20 - utc; // from 12 hours behind UTC to 11 before
        var zone = ZoneOffset.ofHours(east);
        hotel.execute(
                "update hotel set time_zone = 'Etc/GMT%+d' where hotel_id = %d".formatted(-east, hotel.hotelId()));
        return (int) ChronoUnit.DAYS.between(hotel.today(), LocalDate.now(zone));
    }

    /** Each coming night counts what its stays hold, for the types and for the house. */
    void stockAgrees() {
        assertThat(hotel.count("""
                select count(*) from room_type_inventory i
                 where hotel_id = %1$d and date >= (jari_now() at time zone 'Asia/Seoul')::date
                   and total_reserved <> (select coalesce(sum(rooms), 0) from reservation r
                                           where r.hotel_id = i.hotel_id and r.room_type_id = i.room_type_id
                                             and r.start_date <= i.date and r.end_date > i.date
                                             and status in ('pending', 'paid') and stay in ('booked', 'checked_in'))
                """.formatted(hotel.hotelId()))).isZero();
        assertThat(hotel.count("""
                select count(*) from house_inventory h
                 where hotel_id = %1$d and date >= (jari_now() at time zone 'Asia/Seoul')::date
                   and total_reserved <> (select sum(total_reserved) from room_type_inventory i
                                           where i.hotel_id = h.hotel_id and i.date = h.date)
                """.formatted(hotel.hotelId()))).isZero();
    }
}
