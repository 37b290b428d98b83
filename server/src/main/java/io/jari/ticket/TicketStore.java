package io.jari.ticket;

import io.jari.concert.DateTerms;
import io.jari.http.TextBody;
import io.jari.seat.SeatHold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads tickets: the seats of holds that were sold. */
final class TicketStore {
    private static final String SELECT = """
            select h.date_id, h.hold_id, u.seat, u.n::int, u.price, h.account_id, h.status, h.currency, h.created_at,
                   s.guid, s.zone, s.row, s.number, s.mark, k.name as category,
                   d.status as date_status, d.starts_at, d.time_zone, c.concert_id, c.title_ko, c.title_en, c.hall_ko, c.hall_en,
                   t.used_at
              from seat_hold h
             cross join lateral unnest(h.seats, h.prices) with ordinality u(seat, price, n)
              join seat s on s.date_id = h.date_id and s.seat = u.seat
              join seat_category k on k.date_id = s.date_id and k.category = s.category
              join concert_date d on d.date_id = h.date_id
              join concert c on c.concert_id = d.concert_id
              left join ticket_use t on t.date_id = h.date_id and t.hold_id = h.hold_id and t.seat = u.seat
             where h.status in ('sold', 'refunded')
            """;

    private TicketStore() {}

    static Optional<Ticket> find(Handle handle, int dateId, TicketId id) {
        return handle.createQuery(SELECT + " and h.date_id = :date and h.hold_id = :hold and u.seat = :seat")
                .bind("date", dateId)
                .bind("hold", id.holdId())
                .bind("seat", id.seat())
                .map((row, _) -> ticket(row))
                .findOne();
    }

    /** All of one hold, in the order of its seats. */
    static List<Ticket> ofHold(Handle handle, int dateId, String holdId) {
        return handle.createQuery(SELECT + " and h.date_id = :date and h.hold_id = :hold order by u.n")
                .bind("date", dateId)
                .bind("hold", holdId)
                .map((row, _) -> ticket(row))
                .list();
    }

    /** After which ticket a page begins. */
    record Place(Instant bookedAt, String holdId, int n) {}

    /** Newest orders first, seats of one in its order. */
    static List<Ticket> ofAccount(
            Handle handle, long accountId, @Nullable Integer dateId, @Nullable Place after, int limit) {
        return handle.createQuery(SELECT + """
                         and h.account_id = :account and h.date_id = coalesce(:date, h.date_id)
                         and h.created_at <= coalesce(:at, 'infinity'::timestamptz)
                         and (h.created_at, h.hold_id, -u.n) < (coalesce(:at, 'infinity'::timestamptz), :hold, -:n)
                         order by h.created_at desc, h.hold_id desc, u.n limit :limit
                        """)
                .bind("account", accountId)
                .bind("date", dateId)
                .bind("at", after == null ? null : after.bookedAt().atOffset(ZoneOffset.UTC))
                .bind("hold", after == null ? "" : after.holdId())
                .bind("n", after == null ? 0L : after.n())
                .bind("limit", limit)
                .map((row, _) -> ticket(row))
                .list();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                new TicketId(row.getString("hold_id"), row.getInt("seat")),
                row.getInt("n"),
                row.getLong("account_id"),
                SeatHold.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                DateTerms.Status.valueOf(row.getString("date_status").toUpperCase(Locale.ROOT)),
                row.getInt("date_id"),
                row.getInt("concert_id"),
                row.getString("guid"),
                row.getString("zone"),
                row.getString("row"),
                row.getString("number"),
                row.getString("mark"),
                row.getString("category"),
                row.getLong("price"),
                row.getString("currency"),
                new TextBody(row.getString("title_ko"), row.getString("title_en")),
                new TextBody(row.getString("hall_ko"), row.getString("hall_en")),
                instant(row, "starts_at"),
                row.getString("time_zone"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "used_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
