package io.jari.concert;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the terms of a date. */
final class DateTermsStore {
    private static final int DATE = Partition.Kind.DATE.code();

    private DateTermsStore() {}

    /** The version that rises with each change of the terms; empty when there is no such date. */
    static Optional<Long> ratesVersion(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement(
                "select rates_version from partition_head where id = ? and kind = " + DATE)) {
            select.setLong(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Empty when there is no such date. The version is read first: what changes meanwhile will be read again. */
    static Optional<DateTerms> read(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("""
                select h.rates_version, d.*
                  from concert_date d join partition_head h on h.id = d.date_id and h.kind = %d
                 where d.date_id = ?
                """.formatted(DATE))) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(terms(row, seats(connection, dateId))) : Optional.empty();
            }
        }
    }

    static OptionalInt concert(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("select concert_id from concert_date where date_id = ?")) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    static List<Long> dates(Connection connection, long concertId) throws SQLException {
        try (var select = connection.prepareStatement("select date_id from concert_date where concert_id = ?")) {
            select.setLong(1, concertId);
            var dates = new ArrayList<Long>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    dates.add(row.getLong(1));
                }
            }
            return dates;
        }
    }

    private static DateTerms terms(ResultSet row, DateSeats seats) throws SQLException {
        return new DateTerms(
                row.getInt("date_id"),
                row.getInt("concert_id"),
                row.getLong("rates_version"),
                DateTerms.Status.ofWire(row.getString("status")),
                instant(row, "starts_at"),
                row.getObject("sale_opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("sale_closes_at", OffsetDateTime.class).toInstant(),
                instant(row, "refunds_until"),
                row.getInt("hold_minutes"),
                row.getInt("most_seats"),
                row.getString("currency"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("plan_hash"),
                seats);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static DateSeats seats(Connection connection, int dateId) throws SQLException {
        var seats = new ArrayList<DateSeats.Seat>();
        try (var select = connection.prepareStatement(
                "select guid, zone, row, number, category, mark from seat where date_id = ? order by date_id, seat")) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    seats.add(new DateSeats.Seat(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6)));
                }
            }
        }
        var categories = new ArrayList<DateSeats.Category>();
        try (var select = connection.prepareStatement(
                "select name, color, price from seat_category where date_id = ? order by category")) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    categories.add(new DateSeats.Category(row.getString(1), row.getString(2), row.getLong(3)));
                }
            }
        }
        return new DateSeats(seats, categories);
    }
}
