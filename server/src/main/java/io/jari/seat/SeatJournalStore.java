package io.jari.seat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the journal of a date says of one seat: what names it, and the money of the holds that had it. Reads the date's whole journal. */
final class SeatJournalStore {
    private static final String OF_SEAT = """
            with of_date as (select version, n, at, actor, action, subject, body from journal
                              where partition_id = ? and kind = 2),
                 of_seat as (select * from of_date where body @> jsonb_build_object('seats', jsonb_build_array(?::text)))
            select version, n, at, actor, action, subject, body::text
              from (select * from of_seat
                    union all
                    select * from of_date
                     where subject in (select subject from of_seat where action = 'hold.made')
                       and (action like 'payment.%' or action like 'refund.%')) e
             where (version, n) > (?, ?) order by version, n limit ?
            """;

    private final DataSource dataSource;

    SeatJournalStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Where a list goes on. */
    record Place(long version, int n) {
        static final Place FIRST = new Place(0, 0);
    }

    record Entry(
            Place place,
            Instant at,
            String actor,
            String action,
            String subject,
            @Nullable String body) {}

    /** Oldest first. */
    List<Entry> page(int dateId, String guid, Place after, int limit) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(OF_SEAT)) {
            select.setLong(1, dateId);
            select.setString(2, guid);
            select.setLong(3, after.version());
            select.setInt(4, after.n());
            select.setInt(5, limit);
            var entries = new ArrayList<Entry>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(
                            new Place(row.getLong(1), row.getInt(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("journal of seat " + guid + " of date " + dateId, e);
        }
    }
}
