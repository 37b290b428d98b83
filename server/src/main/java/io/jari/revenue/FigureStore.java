package io.jari.revenue;

import io.jari.revenue.FigureBodies.FiguresNight;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads what nights brought in: one pass over the hotel's reservations, from the first that can sleep in the span. */
final class FigureStore {
    /** A reservation of a night before the span cannot reach into it from farther than the longest stay. */
    private static final String NIGHTS = """
            with stay as materialized (
                select start_date, end_date, rooms, nightly_prices, status, stay,
                       status in ('pending', 'paid') and stay in ('booked', 'checked_in', 'checked_out') as stands,
                       coalesce(cancel_reason, '') as reason, (created_at at time zone :zone)::date as made
                  from reservation
                 where hotel_id = :hotel and start_date > :start::date - 366
                   and (start_date < :end or created_at < :endsAt)
            ), slept as (
                select start_date + n as date, sum(rooms) as sold, sum(rooms * nightly_prices[n + 1]) as revenue
                  from stay, generate_series(greatest(0, :start::date - start_date),
                                             least(end_date, :end::date) - start_date - 1) as n
                 where stands and start_date < :end and end_date > :start
                 group by 1
            ), arrived as (
                select start_date as date,
                       sum(rooms) filter (where stands) as arrivals,
                       sum(rooms) filter (where stay = 'booked' and status in ('canceled', 'refunded')
                                            and reason <> 'payment_timeout') as canceled,
                       sum(rooms) filter (where stay = 'no_show') as no_shows,
                       sum(rooms) filter (where stay = 'walked') as walked
                  from stay
                 where start_date >= :start and start_date < :end
                 group by 1
            ), booked as (
                select made as date, count(*) as reservations, sum(rooms * (end_date - start_date)) as room_nights
                  from stay
                 where made >= :start and made < :end and status <> 'rejected' and reason <> 'payment_timeout'
                 group by 1
            ), there as (
                select date, total_inventory from house_inventory
                 where hotel_id = :hotel and date >= :start and date < :end
                union all
                select date, total_inventory from house_inventory_archive
                 where hotel_id = :hotel and date >= :start and date < :end
            )
            select date, coalesce(total_inventory, 0), coalesce(sold, 0), coalesce(revenue, 0), coalesce(arrivals, 0),
                   coalesce(canceled, 0), coalesce(no_shows, 0), coalesce(walked, 0), coalesce(reservations, 0),
                   coalesce(room_nights, 0)
              from (select :start::date + n as date from generate_series(0, :end::date - :start::date - 1) n) day
              left join there using (date)
              left join slept using (date)
              left join arrived using (date)
              left join booked using (date)
             order by date
            """;

    private FigureStore() {}

    static LocalDate today(Handle handle, ZoneId zone) {
        return handle.createQuery("select jari_now()")
                .mapTo(OffsetDateTime.class)
                .one()
                .atZoneSameInstant(zone)
                .toLocalDate();
    }

    static List<FiguresNight> nights(Handle handle, int hotelId, ZoneId zone, Span span) {
        return handle.createQuery(NIGHTS)
                .bind("hotel", hotelId)
                .bind("zone", zone.getId())
                .bind("start", span.start())
                .bind("end", span.end())
                .bind("endsAt", span.end().atStartOfDay(zone).toOffsetDateTime())
                .map((row, _) -> new FiguresNight(
                        row.getObject(1, LocalDate.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10)))
                .list();
    }
}
