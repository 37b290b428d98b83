package io.jari.web;

import io.jari.JariServer;
import io.jari.concert.TestConcert;
import io.jari.db.TestData;
import java.sql.SQLException;
import java.util.Map;

/** A date on sale in a generated hall, and what happens there. */
public record TestPerformance(JariServer server, String concertId, String dateId) {
    private static final int SEATS = 3_000;
    public static final Map<String, Integer> PRICES =
            Map.of("VIP", 198_000, "R", 165_000, "S", 132_000, "A", 99_000, "B", 77_000);

    /** Four seats for one person; tickets may be given back for 80 days. */
    public static TestPerformance on(JariServer server) {
        return on(server, SEATS, PRICES);
    }

    public static TestPerformance on(JariServer server, int seats, Map<String, Integer> prices) {
        var concert = TestConcert.on(server);
        var date = TestConcert.newDate(concert.hall(seats, 2), prices);
        date.put("refundsUntil", TestConcert.in(80));
        var made = concert.admin().post(concert.path() + "/dates", date);
        if (made.status() != 201) {
            throw new AssertionError(made.body());
        }
        return new TestPerformance(
                server, concert.id(), made.body().at("/dateID").asText());
    }

    public String path() {
        return Links.date(concertId, dateId);
    }

    /** The plan's name of a seat. */
    public String guid(int seat) {
        try (var connection = TestData.of(server).dataSource().getConnection();
                var select = connection.prepareStatement("select guid from seat where date_id = ? and seat = ?")) {
            select.setInt(1, Integer.parseInt(dateId));
            select.setInt(2, seat);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long holds() {
        return TestData.number(server, "select count(*) from seat_hold where date_id = " + dateId);
    }

    /** All holds ended so. */
    public void end(String status, String reason) {
        TestData.execute(server, """
                delete from seat_claim where date_id = %1$s;
                update seat_hold set status = '%2$s', reason = '%3$s' where date_id = %1$s
                """.formatted(dateId, status, reason));
    }

    public void change(String assignment) {
        TestData.execute(server, """
                update concert_date set %2$s where date_id = %1$s;
                update partition_head set rates_version = nextval('partition_version'), version = nextval('partition_version')
                 where id = %1$s and kind = 2
                """.formatted(dateId, assignment));
    }
}
