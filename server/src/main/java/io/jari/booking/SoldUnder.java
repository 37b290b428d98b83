package io.jari.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** The reservations made while a change of prices was in force, that sleep in a night it concerned. */
@ApplicationScoped
public class SoldUnder {
    /** A night's own rate is in force until another change alters that night; rules and cards until the next of their kind. */
    private static final String RESERVATIONS = """
            with asked as (
                select * from rate_change where hotel_id = :hotel and change_id = :change
            ), night as (
                select n.room_type_id, n.date, asked.version as since,
                       (select min(c.version) from rate_change_night l
                          join rate_change c using (hotel_id, change_id)
                         where l.hotel_id = n.hotel_id and l.room_type_id = n.room_type_id and l.date = n.date
                           and l.change_id > n.change_id and l.rate_after is distinct from l.rate_before) as until
                  from asked join rate_change_night n using (hotel_id, change_id)
                 where n.rate_after is distinct from n.rate_before
            ), whole as (
                select asked.kind, (asked.change ->> 'roomTypeID')::int as room_type_id, asked.version as since,
                       (select min(c.version) from rate_change c
                         where c.hotel_id = asked.hotel_id and c.kind = asked.kind and c.change_id > asked.change_id
                           and (asked.kind = 'rules' or c.change ->> 'roomTypeID' = asked.change ->> 'roomTypeID')) as until
                  from asked where asked.kind <> 'nights'
            )
            select r.reservation_id, r.room_type_id, r.start_date, r.end_date, r.rooms, r.total, r.currency, r.status,
                   r.created_at
              from reservation r
             where r.hotel_id = :hotel
               and r.created_version >= (select version from asked)
               and (exists (select from night n
                             where n.room_type_id = r.room_type_id and n.date >= r.start_date and n.date < r.end_date
                               and r.created_version < coalesce(n.until, r.created_version + 1))
                    or exists (select from whole w
                                where (w.kind = 'rules' or w.room_type_id = r.room_type_id)
                                  and r.created_version < coalesce(w.until, r.created_version + 1)))
             order by r.created_version, r.reservation_id
            offset :offset limit :limit
            """;

    private final Jdbi jdbi;

    public SoldUnder(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** A reservation, without the guest. */
    @Schema(name = "SoldReservation")
    public record Sold(
            String reservationID,
            @Schema(examples = "3") String roomTypeID,
            LocalDate startDate,
            LocalDate endDate,
            int rooms,
            long total,
            String currency,
            String status,
            Instant createdAt) {}

    /** In the order in which they were made. */
    public List<Sold> page(int hotelId, int changeId, long offset, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(RESERVATIONS)
                .bind("hotel", hotelId)
                .bind("change", changeId)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> new Sold(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getInt(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant()))
                .list());
    }
}
