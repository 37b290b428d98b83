package io.jari.own;

import io.jari.booking.TestHotel;
import io.jari.commit.TestLocks;
import io.jari.concert.Dates;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.seat.Command;
import io.jari.seat.SeatHolds;
import io.jari.seat.TestHall;
import io.jari.seat.TestSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Things that happen to reservations and holds, and what the list of them should say afterwards. */
record TestHistory(DataSource database) {
    private static final int ACCOUNTS = 20;

    private static final String PROJECTED = """
            select account_id, created_at, booking_id, kind::int, partition_id, status, stay, start_date, end_date, pieces, currency, total,
                   version from account_booking
            """;

    private static final String DIRECT = """
            select account_id, created_at, reservation_id, 1, hotel_id, status, stay, start_date, end_date, rooms, currency, total, version
              from reservation where account_id is not null
             union all
            select account_id, created_at, hold_id, 2, date_id, status, null, null, null, cardinality(seats), currency, total, version
              from seat_hold where status in ('held', 'sold', 'refunded')
            """;

    /** Bookings that are in one and not, or otherwise, in the other. */
    List<String> differences() throws SQLException {
        var sql = """
                select d::text from ((%1$s except (%2$s)) union all ((%2$s) except %1$s)) d
                """.formatted(PROJECTED, DIRECT);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var differences = new ArrayList<String>();
            while (rows.next()) {
                differences.add(rows.getString(1));
            }
            return differences;
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    int hotel() {
        return TestHotel.with(database, 1).hotelId();
    }

    static void reserve(Change change, int hotelId, String id, @Nullable Long accountId) {
        change.handle()
                .createUpdate("""
                        insert into reservation (hotel_id, reservation_id, account_id, room_type_id, start_date, end_date, rooms, status,
                            currency, nightly_prices, total, free_until, cancel_fee, request_hash, created_at, created_version, expires_at,
                            version)
                        values (:hotel, :id, :account, 1, '2027-05-01', '2027-05-02', 1, 'pending', 'KRW', '{1}', 1, jari_now(), 0, '',
                            jari_now(), :version, jari_now(), :version)
                        """)
                .bind("hotel", hotelId)
                .bind("id", id)
                .bind("account", accountId)
                .bind("version", change.version())
                .execute();
        change.journal("reservation.created", id, null);
    }

    /** Many stays booked long ago, spread unevenly, each with a version of its own in the journal. */
    void stays(int hotels, int stays) throws SQLException {
        var first = hotel();
        for (var i = 1; i < hotels; i++) {
            hotel();
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table booked as
                    select %1$d + case when n %% 2 = 0 then 0 else n %% %2$d end as hotel_id, 'r' || n as id, nextval('partition_version') as version, n
                      from generate_series(1, %3$d) n;
                    insert into reservation (hotel_id, reservation_id, account_id, room_type_id, start_date, end_date, rooms, status,
                        currency, nightly_prices, total, free_until, cancel_fee, request_hash, created_at, created_version, expires_at, version)
                    select hotel_id, id, n %% 1000, 1, '2027-05-01', '2027-05-02', 1, 'paid', 'KRW', '{1}', n, jari_now(), 0, '',
                           timestamptz '2026-01-01' + n * interval '1 second', version, jari_now(), version from booked;
                    insert into journal (partition_id, kind, version, n, at, actor, action, subject)
                    select hotel_id, 1, version, 0, jari_now(), 'test', 'reservation.created', id from booked;
                    update partition_head h set version = b.version
                      from (select hotel_id, max(version) as version from booked group by 1) b where h.id = b.hotel_id and h.kind = 1;
                    analyze reservation, journal
                    """.formatted(first, hotels, stays));
        }
    }

    /** Hotels and halls in which things happen. */
    Happenings begin(int hotels, int halls) {
        var made = new ArrayList<Integer>();
        for (var i = 0; i < hotels; i++) {
            made.add(hotel());
        }
        var dates = new ArrayList<TestHall>();
        for (var i = 0; i < halls; i++) {
            dates.add(TestHall.with(database, 200));
        }
        return new Happenings(
                made,
                dates,
                new Changes(database),
                new SeatHolds(
                        database, new Dates(database), new SimpleMeterRegistry(), new TestSettings(), TestLocks.NAMED));
    }

    /** What happens, at random. */
    record Happenings(List<Integer> hotels, List<TestHall> halls, Changes changes, SeatHolds holds)
            implements AutoCloseable {

        void run(int seed, int steps) throws Exception {
            var random = new Random(seed);
            for (var step = 0; step < steps; step++) {
                var n = random.nextInt(step + 1);
                if (random.nextBoolean()) {
                    stay(random, seed, step, n);
                } else {
                    seats(random, seed, step, n);
                }
            }
        }

        private void stay(Random random, int seed, int step, int n) {
            var hotel = hotels.get(random.nextInt(hotels.size()));
            changes.of(Partition.hotel(hotel), "test", change -> {
                if (random.nextBoolean()) {
                    reserve(
                            change,
                            hotel,
                            "r%d-%d".formatted(seed, step),
                            random.nextInt(4) == 0 ? null : 1L + random.nextInt(ACCOUNTS));
                } else {
                    var id = "r%d-%d".formatted(seed, n);
                    var status = List.of("paid", "refunded", "canceled").get(random.nextInt(3));
                    change.handle()
                            .createUpdate("""
                                    update reservation set status = :status, total = total + 1, rooms = rooms + 1, version = :version
                                     where hotel_id = :hotel and reservation_id = :id
                                    """)
                            .bind("status", status)
                            .bind("version", change.version())
                            .bind("hotel", hotel)
                            .bind("id", id)
                            .execute();
                    change.journal("reservation.changed", id, null);
                }
                return true;
            });
        }

        private void seats(Random random, int seed, int step, int n) throws Exception {
            var hall = halls.get(random.nextInt(halls.size()));
            var id = "h%d-%d".formatted(seed, n);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    var account = 1L + random.nextInt(ACCOUNTS);
                    var seat = random.nextInt(199);
                    submit(
                            hall,
                            new Command.Hold(
                                    "h%d-%d".formatted(seed, step),
                                    new byte[0],
                                    "account:" + account,
                                    account,
                                    List.of(List.of(seat, seat + 1)),
                                    null));
                }
                case 2 -> {
                    submit(hall, new Command.OfPayment(id, new PaymentEvent.Begin("card", "a"), "guest"));
                    var due = hall.count(
                            "select coalesce(max(total), 0) from seat_hold where hold_id = '%s' and date_id = %d"
                                    .formatted(id, hall.dateId()));
                    submit(
                            hall,
                            new Command.OfPayment(id, new PaymentEvent.Captured(1, due, "c", null, true), "system"));
                }
                default -> {
                    if (random.nextBoolean()) {
                        submit(hall, new Command.Release(id, "staff", null));
                    } else {
                        hall.execute(
                                "update seat_hold set expires_at = jari_now() where hold_id = '%s' and date_id = %d"
                                        .formatted(id, hall.dateId()));
                        submit(hall, new Command.Expire(id));
                    }
                }
            }
        }

        void submit(TestHall hall, Command command) throws Exception {
            holds.submit(hall.dateId(), command).get(60, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            holds.close();
        }
    }
}
