package io.jari.booking;

import io.jari.booking.BookingBodies.DeskPayment;
import io.jari.core.stay.NightRange;
import io.jari.http.MoneyBody;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the front desk reads and writes of stays, under the hotel's lock. */
final class DeskStore {
    /** The most awaited stays that an arriving guest's room is chosen for: the next ones matter most. */
    private static final int MOST_AWAITED = 300;

    private DeskStore() {}

    static long ratesVersion(Handle handle, int hotelId) {
        return handle.createQuery("select rates_version from partition_head where id = :hotel and kind = 1")
                .bind("hotel", (long) hotelId)
                .mapTo(Long.class)
                .one();
    }

    /** The first answer is kept beside what changes make of it; what was kept before stands. */
    static void update(Handle handle, Reservation before, Reservation after) {
        var first = FirstAnswer.json(before);
        var prices = Arrays.toString(after.terms().nightlyPrices());
        var changed = handle.createUpdate("""
                        update reservation
                           set room_type_id = :type, start_date = :start, end_date = :end, rooms = :rooms, status = :status,
                               stay = :stay, nightly_prices = :prices::bigint[], total = :total, free_until = :free,
                               cancel_fee = :fee, fee_charged = :charged::bigint, cancel_reason = :reason, version = :version,
                               original = case when :differs then :first::jsonb || coalesce(original, '{}') else original end
                         where hotel_id = :hotel and reservation_id = :id and version = :before
                        """)
                .bind("type", after.roomTypeId())
                .bind("start", after.nights().start())
                .bind("end", after.nights().end())
                .bind("rooms", after.rooms())
                .bind("status", after.status())
                .bind("stay", after.stay())
                .bind("prices", "{" + prices.substring(1, prices.length() - 1) + "}")
                .bind("total", after.total())
                .bind("free", after.terms().freeUntil().atOffset(ZoneOffset.UTC))
                .bind("fee", after.terms().cancelFee())
                .bind("charged", after.feeCharged())
                .bind("reason", after.cancelReason())
                .bind("version", after.version())
                .bind("differs", !first.equals(FirstAnswer.json(after)))
                .bind("first", first)
                .bind("hotel", after.hotelId())
                .bind("id", after.reservationId())
                .bind("before", before.version())
                .execute();
        if (changed != 1) {
            throw new IllegalStateException(after.reservationId() + " changed under the lock");
        }
    }

    /** The nights of rooms that booked stays of a type will need, one entry a room, those from now on who may still come. */
    static List<NightRange> awaited(DeskStay stay, int roomTypeId, NightRange nights) {
        var today = stay.today();
        return stay.handle()
                .createQuery("""
                        select greatest(start_date, :today) as start_date, end_date
                          from reservation cross join lateral generate_series(1, rooms)
                         where hotel_id = :hotel and room_type_id = :type and stay = 'booked'
                           and status in ('pending', 'paid') and start_date >= :today - 1 and end_date > :today
                           and start_date < :end and reservation_id <> :id
                         order by start_date, end_date limit :most
                        """)
                .bind("today", today)
                .bind("end", nights.end())
                .bind("hotel", stay.hotelId())
                .bind("type", roomTypeId)
                .bind("id", stay.reservation().reservationId())
                .bind("most", MOST_AWAITED)
                .map((row, _) -> new NightRange(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .list();
    }

    /** Money taken or, below zero, given back. */
    static void pay(DeskStay stay, String method, long amount) {
        stay.handle()
                .execute(
                        """
                        insert into desk_payment (hotel_id, reservation_id, n, method, amount, at, actor)
                        select ?, ?, 1 + coalesce(max(n), 0), ?, ?, ?, ?
                          from desk_payment where hotel_id = ? and reservation_id = ?
                        """,
                        stay.hotelId(),
                        stay.reservation().reservationId(),
                        method,
                        amount,
                        at(stay.now()),
                        stay.change().actor(),
                        stay.hotelId(),
                        stay.reservation().reservationId());
    }

    static List<DeskPayment> payments(Handle handle, int hotelId, String reservationId) {
        return handle.createQuery("""
                        select p.n, p.method, p.amount, r.currency, p.at
                          from desk_payment p join reservation r using (hotel_id, reservation_id)
                         where p.hotel_id = :hotel and p.reservation_id = :id order by p.n
                        """)
                .bind("hotel", hotelId)
                .bind("id", reservationId)
                .map((row, _) -> new DeskPayment(
                        row.getInt(1),
                        row.getString(2),
                        new MoneyBody(row.getLong(3), row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the journal says of the last such thing done to a reservation. */
    static Optional<String> told(DeskStay stay, String action) {
        return stay.handle()
                .createQuery("""
                        select body::text from journal
                         where partition_id = :hotel and kind = 1 and subject = :id and action = :action
                           and action <> 'reservation.created'
                         order by version desc limit 1
                        """)
                .bind("hotel", (long) stay.hotelId())
                .bind("id", stay.reservation().reservationId())
                .bind("action", action)
                .mapTo(String.class)
                .findOne();
    }

    /** What the journal says of the change that an offer led to. */
    static Optional<String> told(DeskStay stay, String action, String offer) {
        return stay.handle()
                .createQuery("""
                        select body::text from journal
                         where partition_id = :hotel and kind = 1 and subject = :id and action = :action
                           and action <> 'reservation.created' and body ->> 'offer' = :offer
                        """)
                .bind("hotel", (long) stay.hotelId())
                .bind("id", stay.reservation().reservationId())
                .bind("action", action)
                .bind("offer", offer)
                .mapTo(String.class)
                .findOne();
    }

    static int partySize(DeskStay stay) {
        return stay.handle()
                .createQuery("select party_size from guest where hotel_id = :hotel and reservation_id = :id")
                .bind("hotel", stay.hotelId())
                .bind("id", stay.reservation().reservationId())
                .mapTo(Integer.class)
                .findOne()
                .orElse(1);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
