package io.jari.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads holds as they stand. */
@ApplicationScoped
public class HoldLookup {
    private static final int MOST_ALIKE = 20;
    private final DataSource dataSource;

    public HoldLookup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<SeatHold> find(int dateId, String holdId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select " + HoldRows.COLUMNS + " from seat_hold h where h.date_id = ? and h.hold_id = ?")) {
            select.setInt(1, dateId);
            select.setString(2, holdId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(HoldRows.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("hold " + holdId, e);
        }
    }

    /** The newest of what somebody holds of a date and has not paid yet. */
    public Optional<String> held(int dateId, long accountId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select hold_id from seat_hold
                         where date_id = ? and account_id = ? and status = 'held' order by created_at desc limit 1
                        """)) {
            select.setInt(1, dateId);
            select.setLong(2, accountId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("holds of date " + dateId, e);
        }
    }

    /** Other holds of the same person for the same date, newest first. */
    List<String> alike(int dateId, String holdId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select o.hold_id
                          from seat_hold h
                          join seat_hold o on o.account_id = h.account_id and o.date_id = h.date_id and o.hold_id <> h.hold_id
                         where h.date_id = ? and h.hold_id = ?
                         order by o.created_at desc limit ?
                        """)) {
            select.setInt(1, dateId);
            select.setString(2, holdId);
            select.setInt(3, MOST_ALIKE);
            var ids = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("holds like " + holdId, e);
        }
    }

    /** What is given on a date, in Korean and English, and when. */
    String name(int dateId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select left(c.title_ko || ' ' || c.title_en, 60)
                               || coalesce(', ' || to_char(d.starts_at at time zone d.time_zone, 'YYYY-MM-DD HH24:MI'), '')
                          from concert_date d join concert c using (concert_id) where d.date_id = ?
                        """)) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException("date " + dateId, e);
        }
    }

    /** Holds whose time is over, the longest first. */
    static final String ANY_DUE =
            "(select expires_at from seat_hold where status = 'held' order by expires_at limit 1) <= it.now";

    List<Due> due(int most) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select date_id, hold_id from seat_hold
                         where status = 'held' and expires_at <= (select jari_now()) order by expires_at limit ?
                        """)) {
            select.setInt(1, most);
            var due = new ArrayList<Due>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(rows.getInt(1), rows.getString(2)));
                }
            }
            return due;
        }
    }

    /** A hold whose time is over. */
    record Due(int dateId, String holdId) {}
}
