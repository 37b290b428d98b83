package io.jari.concert;

import io.jari.concert.DateSeats.Category;
import io.jari.concert.DateSeats.Seat;
import io.jari.db.Pipeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The seats of a date and what they cost. */
final class SeatStore {
    private SeatStore() {}

    /** All in one round trip. */
    static void insert(Connection connection, int dateId, List<Seat> seats, List<Category> categories)
            throws SQLException {
        var pipeline = new Pipeline();
        pipeline.update(
                """
                insert into seat_category (date_id, category, name, color, price)
                select ?, n - 1, name, color, price
                  from unnest(?::text[], ?::text[], ?::bigint[]) with ordinality as c(name, color, price, n)
                """,
                categories.size(),
                slots -> slots.set(1, dateId)
                        .texts(2, categories.stream().map(Category::name).toArray())
                        .texts(3, categories.stream().map(Category::color).toArray())
                        .set(4, categories.stream().mapToLong(Category::price).toArray()));
        pipeline.update(
                """
                insert into seat (date_id, seat, guid, zone, row, number, category)
                select ?, n - 1, guid, zone, row, number, category
                  from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                       with ordinality as s(guid, zone, row, number, category, n)
                """,
                seats.size(),
                slots -> slots.set(1, dateId)
                        .texts(2, seats.stream().map(Seat::guid).toArray())
                        .texts(3, seats.stream().map(Seat::zone).toArray())
                        .texts(4, seats.stream().map(Seat::row).toArray())
                        .texts(5, seats.stream().map(Seat::number).toArray())
                        .set(6, seats.stream().mapToInt(Seat::category).toArray()));
        pipeline.run(connection);
    }

    /** Those of another date that is given in the same hall. */
    static void copy(Handle handle, int fromDateId, int toDateId) {
        handle.execute("""
                insert into seat_category (date_id, category, name, color, price)
                select ?, category, name, color, price from seat_category where date_id = ?
                """, toDateId, fromDateId);
        handle.execute("""
                insert into seat (date_id, seat, guid, zone, row, number, category)
                select ?, seat, guid, zone, row, number, category from seat where date_id = ?
                """, toDateId, fromDateId);
    }

    static void setPrices(Handle handle, int dateId, List<Long> prices) {
        var batch = handle.prepareBatch(
                "update seat_category set price = :price where date_id = :date and category = :category");
        IntStream.range(0, prices.size())
                .forEach(i -> batch.bind("price", prices.get(i))
                        .bind("date", dateId)
                        .bind("category", i)
                        .add());
        batch.execute();
    }

    static void setMarks(Handle handle, int dateId, int[] seats, @Nullable String mark) {
        handle.createUpdate("update seat set mark = :mark where date_id = :date and seat = any(:seats)")
                .bind("mark", mark)
                .bind("date", dateId)
                .bindByType("seats", seats, int[].class)
                .execute();
    }

    static List<PlanHash.Mark> marks(Handle handle, int dateId) {
        return handle.createQuery(
                        "select seat, mark from seat where date_id = :date and mark is not null order by seat")
                .bind("date", dateId)
                .map((row, context) -> new PlanHash.Mark(row.getInt(1), row.getString(2)))
                .list();
    }

    /** The numbers of these seats, in no order; those that the date does not have are left out. */
    static List<Named> numbers(Handle handle, int dateId, List<String> guids) {
        return handle.createQuery("select guid, seat from seat where date_id = :date and guid = any(:guids)")
                .bind("date", dateId)
                .bindByType("guids", guids.toArray(String[]::new), String[].class)
                .map((row, context) -> new Named(row.getString(1), row.getInt(2)))
                .list();
    }

    record Named(String guid, int seat) {}
}
