package io.jari.own;

import io.jari.http.MoneyBody;
import io.jari.http.TextBody;
import io.jari.own.OwnBodies.OwnBooking;
import io.jari.own.OwnBodies.StayPart;
import io.jari.own.OwnBodies.TicketsPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads an account's bookings: one range of one key. Names and times come from the catalogue, which is small and the same for all. */
final class OwnStore {
    private static final int STAY = 1;
    private static final int TICKETS = 2;

    private OwnStore() {}

    /** After which booking a page begins. */
    record Place(Instant createdAt, String bookingId) {}

    /** A booking, and its place in the list. */
    record Placed(Place place, OwnBooking booking) {}

    static List<Placed> page(Handle handle, long accountId, @Nullable String kind, @Nullable Place after, int limit) {
        return handle.createQuery("""
                        select b.*, coalesce(h.name_ko, c.title_ko) as title_ko, coalesce(h.name_en, c.title_en) as title_en,
                               d.concert_id, d.starts_at, d.time_zone, d.status as date_status
                          from (select * from account_booking
                                 where account_id = :account and kind = any(:kinds)
                                   and (created_at, booking_id) < (coalesce(:at, 'infinity'::timestamptz), :id)
                                 order by created_at desc, booking_id desc limit :limit) b
                          left join hotel h on b.kind = 1 and h.hotel_id = b.partition_id
                          left join concert_date d on b.kind = 2 and d.date_id = b.partition_id
                          left join concert c on c.concert_id = d.concert_id
                         order by b.created_at desc, b.booking_id desc
                        """)
                .bind("account", accountId)
                .bindArray("kinds", Integer.class, kinds(kind))
                .bind("at", after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC))
                .bind("id", after == null ? "" : after.bookingId())
                .bind("limit", limit)
                .map((row, _) -> placed(row))
                .list();
    }

    private static List<Integer> kinds(@Nullable String kind) {
        return switch (kind) {
            case null -> List.of(STAY, TICKETS);
            case "stay" -> List.of(STAY);
            default -> List.of(TICKETS);
        };
    }

    private static Placed placed(ResultSet row) throws SQLException {
        var place = new Place(instant(row, "created_at"), row.getString("booking_id"));
        var isStay = row.getInt("kind") == STAY;
        var titleKo = row.getString("title_ko");
        return new Placed(
                place,
                new OwnBooking(
                        isStay ? "stay" : "tickets",
                        row.getString("status"),
                        place.createdAt(),
                        titleKo == null ? null : new TextBody(titleKo, row.getString("title_en")),
                        new MoneyBody(row.getLong("total"), row.getString("currency")),
                        isStay ? stay(row) : null,
                        isStay ? null : tickets(row)));
    }

    private static StayPart stay(ResultSet row) throws SQLException {
        return new StayPart(
                row.getString("booking_id"),
                row.getString("partition_id"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getInt("pieces"),
                row.getString("stay"));
    }

    private static TicketsPart tickets(ResultSet row) throws SQLException {
        return new TicketsPart(
                row.getString("booking_id"),
                row.getString("concert_id"),
                row.getString("partition_id"),
                row.getObject("starts_at") == null ? null : instant(row, "starts_at"),
                row.getString("time_zone"),
                row.getString("date_status"),
                row.getInt("pieces"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
