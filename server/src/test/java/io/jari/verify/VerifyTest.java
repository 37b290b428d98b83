package io.jari.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import io.jari.load.Load;
import io.jari.seat.TestSale;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two hotels with a paid stay, one checked in, one that left early, one no-show, one canceled, two wallets, payments by card and wallet,
 * and two dates with seats held, sold, given back and used.
 * Each rule is broken once, as it is meant to catch it.
 */
class VerifyTest {
    private static final DataSource DATABASE = TestPostgres.fresh();

    private static final String BOOKINGS = """
            create function test_book(hotel integer, id text, type integer, first integer, nights integer, rooms integer,
                                      status text, stay text, holds boolean) returns void language plpgsql as $$
            #variable_conflict use_variable
            declare
                v bigint := nextval('partition_version');
                w bigint := nextval('partition_version');
                today date := (select (jari_now() at time zone time_zone)::date from hotel where hotel_id = hotel);
                at timestamptz := date_trunc('milliseconds', jari_now());
                delta integer := case when holds then rooms else 0 end;
            begin
                insert into reservation (hotel_id, reservation_id, room_type_id, start_date, end_date, rooms, status, stay, currency,
                    nightly_prices, total, free_until, cancel_fee, request_hash, created_at, created_version, expires_at, version)
                values (hotel, id, type, today + first, today + first + nights, rooms, status, stay, 'KRW',
                    array_fill(100000::bigint, array[nights]), 100000 * nights * rooms, at, 100000 * rooms,
                    sha256(id::bytea), at, v, at + interval '15 minutes', w);
                if status = 'paid' then
                    insert into desk_payment values (hotel, id, 1, 'cash', 100000 * nights * rooms, at, 'account:1');
                end if;
                update room_type_inventory i set total_reserved = total_reserved + delta
                 where i.hotel_id = hotel and room_type_id = type and date >= today + first and date < today + first + nights;
                update house_inventory i set total_reserved = total_reserved + delta
                 where i.hotel_id = hotel and date >= today + first and date < today + first + nights;
                insert into journal values (hotel, 1, v, 0, at, 'guest', 'reservation.created', id),
                                           (hotel, 1, w, 0, at, 'guest', 'reservation.paid', id);
                insert into outbox values (hotel, 1, v, at, 1), (hotel, 1, w, at, 1);
                update partition_head set version = w where partition_head.id = hotel and kind = 1;
            end $$;
            select test_book(1, 'paidpaidpaidpaidpaidpaidpaid', 1, 3, 4, 2, 'paid', 'booked', true);
            select test_book(1, 'herehereherehereherehereHERE', 2, 0, 2, 1, 'paid', 'checked_in', true);
            select test_book(1, 'wait-wait-wait-wait-wait-wai', 2, 5, 1, 1, 'pending', 'booked', true);
            select test_book(2, 'gone_gone_gone_gone_gone_gon', 1, 2, 2, 1, 'canceled', 'booked', false);
            select test_book(2, 'noshow0noshow0noshow0noshow0', 1, 0, 2, 1, 'paid', 'no_show', false);
            insert into room_assignment
            select 1, 'herehereherehereherehereHERE', 1, room_id, start_date, end_date, jari_now()
              from reservation, room
             where reservation.hotel_id = 1 and room.hotel_id = 1 and stay = 'checked_in' and room.room_type_id = 2
             limit 1;
            select test_book(2, 'early_early_early_early_earl', 2, -3, 2, 1, 'paid', 'checked_out', false);
            update reservation set end_date = end_date - 1, nightly_prices = nightly_prices[1:1], total = 100000, fee_charged = 100000
             where stay = 'checked_out';
            insert into room_assignment
            select 2, reservation_id, 1, 9998, start_date, end_date, jari_now(), jari_now()
              from reservation where stay = 'checked_out';
            """;

    private static final String TRANSFERS = """
            create function test_post(account bigint, id text, to_wallet bigint, after bigint, what text default 'reversal') returns void language plpgsql as $$
            #variable_conflict use_column
            declare
                v bigint := nextval('partition_version');
                at timestamptz := date_trunc('milliseconds', jari_now());
            begin
                insert into wallet values (account, 'KRW', after, v)
                    on conflict (account_id, currency) do update set balance = after, version = v;
                insert into posting values (account, v, to_wallet, after, at, 0, 1, 'KRW', id, 'wallet', what, 'test'),
                                           (account, v, -to_wallet, null, at, 0, 2, 'KRW', id, 'hotel:1', what, 'test');
                insert into journal values (account, 3, v, 0, at, 'account:1', 'wallet.reversed', id);
                insert into outbox values (account, 3, v, at, 1);
                insert into partition_head values (account, 3, v) on conflict (id, kind) do update set version = v;
            end $$;
            select test_post(7, 'first', 1000, 1000);
            select test_post(7, 'second', -400, 600);
            select test_post(8, 'third', 50, 50);
            """;

    /** Somebody who was erased, once with an account and a stay. */
    private static final String ERASED = """
            insert into account (account_id, email, name, password_hash, closed, created_at)
            values (77, 'erased-77@erased.invalid', '', '-', true, '2026-01-01T00:00:00Z');
            insert into erasure values ('account:77', '2026-01-01T00:00:00Z', jari_now(), 'account:77', jari_now());
            update reservation set account_id = 77 where reservation_id like 'gone%';
            insert into guest select hotel_id, reservation_id, '', null, null, 1 from reservation where account_id = 77;
            """;

    /** What the relay would have done, had there been one. */
    private static final String PUBLISHED = """
            truncate event_batch, event_pending;
            insert into event_batch (first_event, partition_id, kind, version, entries)
            select sum(entries) over (order by version) - entries + 1, partition_id, kind, version, entries from outbox where entries > 0
            """;

    /** A rule and what breaks it. */
    private static final String BREAKS = """
            room-type-limit   | alter table room_type_inventory drop constraint room_type_inventory_limit; update room_type_inventory set total_reserved = sell_limit + 1 where hotel_id = 1 and room_type_id = 1 and date = (select max(date) from room_type_inventory)
            room-type-limit   | alter table room_type_inventory drop constraint room_type_inventory_total_reserved_check; update room_type_inventory set total_reserved = -1 where hotel_id = 2 and room_type_id = 1
            room-type-target  | update room_type_inventory set sell_target = sell_target + 1, sell_limit = sell_limit + 1 where hotel_id = 1 and room_type_id = 2
            room-type-target  | update hotel set overbooking_percent = 100 where hotel_id = 2
            room-type-target  | update room_type set overbooking_percent = 90 where hotel_id = 2 and room_type_id = 1
            room-type-ratchet | update room_type_inventory set sell_limit = sell_limit + 3 where hotel_id = 2 and room_type_id = 2
            rooms-counted     | delete from room where hotel_id = 2 and room_id = 1
            rooms-counted     | insert into out_of_order select 2, 1, 2, current_date + 5, current_date + 6, 'pipe', now()
            recount           | update room_type_inventory set total_reserved = total_reserved + 1 where hotel_id = 2 and room_type_id = 1
            recount           | update reservation set status = 'paid' where reservation_id like 'gone%'
            recount           | update reservation set end_date = end_date + 1 where reservation_id like 'paid%'
            recount           | delete from room_type_inventory where hotel_id = 1 and room_type_id = 1
            house-limit       | alter table house_inventory drop constraint house_inventory_limit; update house_inventory set total_reserved = sell_limit + 1 where hotel_id = 2
            house-target      | update hotel set house_limit_percent = 100 where hotel_id = 1
            house-ratchet     | update house_inventory set sell_limit = sell_limit + 1 where hotel_id = 1
            house-sum         | update house_inventory set total_reserved = total_reserved + 1 where hotel_id = 2
            house-sum         | update house_inventory set total_inventory = total_inventory - 1 where hotel_id = 2
            house-sum         | delete from house_inventory where hotel_id = 1
            reservation-total | update reservation set total = total + 1 where reservation_id like 'paid%'
            reservation-total | update reservation set nightly_prices = '{1,2}' where reservation_id like 'paid%'
            fee               | update reservation set cancel_fee = total + 1 where reservation_id like 'paid%'
            fee               | update reservation set fee_charged = total + 1 where reservation_id like 'gone%'
            paid              | delete from desk_payment where reservation_id like 'paid%'
            paid              | update desk_payment set amount = amount - 1 where reservation_id like 'paid%'
            paid              | update reservation set fee_charged = 0 where reservation_id like 'early%'
            pending-ends      | update reservation set expires_at = jari_now() - interval '6 minutes' where reservation_id like 'wait%'
            request-kept      | update reservation set request_hash = '' where reservation_id like 'wait%'
            id-form           | update reservation set reservation_id = 'short' where reservation_id like 'gone%'
            id-unique         | update reservation set reservation_id = 'paidpaidpaidpaidpaidpaidpaid' where reservation_id like 'gone%'
            creation-told     | delete from journal where subject like 'paid%' and action = 'reservation.created'
            creation-told     | update journal set subject = 'another' where subject like 'paid%' and action = 'reservation.created'
            change-told       | update reservation set version = version + 1000 where reservation_id like 'paid%'
            checked-in-rooms  | delete from room_assignment where hotel_id = 1
            checked-in-rooms  | update reservation set rooms = 2 where stay = 'checked_in'
            one-guest-a-room  | alter table room_assignment drop constraint room_assignment_hotel_id_room_id_daterange_excl; insert into room_assignment select hotel_id, 'paidpaidpaidpaidpaidpaidpaid', 1, room_id, start_date + 1, end_date + 1 from room_assignment where hotel_id = 1
            room-exists       | update room_assignment set room_id = 9999 where hotel_id = 1
            room-exists       | update room_assignment set reservation_id = 'nobody' where hotel_id = 2
            transfer-zero     | alter table posting disable trigger all; update posting set amount = -399 where transfer_id = 'second' and n = 1
            transfer-sides    | alter table posting disable trigger all; delete from posting where transfer_id = 'second' and n = 2
            transfer-sides    | alter table posting disable trigger all; update posting set ledger = 'wallet' where transfer_id = 'second'
            transfer-currency | alter table posting disable trigger all; update posting set currency = 'USD' where transfer_id = 'second' and n = 2
            transfer-told     | delete from journal where subject = 'second'
            transfer-told     | update journal set subject = 'another' where subject = 'second'
            wallet-balance    | update wallet set balance = balance + 1 where account_id = 7
            wallet-balance    | delete from wallet where account_id = 7
            wallet-balance    | alter table posting disable trigger all; delete from posting where account_id = 8
            wallet-not-negative | alter table wallet drop constraint wallet_balance; update wallet set balance = -1 where account_id = 7
            wallet-history    | alter table posting disable trigger all; update posting set balance_after = 599 where transfer_id = 'second' and n = 1
            wallet-history    | alter table posting disable trigger all; update posting set version = 0 where transfer_id = 'second'
            wallet-version    | update wallet set version = version - 1 where account_id = 7
            journal-whole     | delete from journal where subject like 'paid%'
            journal-whole     | update journal set n = 1 where subject like 'paid%'
            journal-whole     | update outbox set entries = 2 where partition_id = 1
            journal-published | delete from outbox where partition_id = 2
            journal-time      | update journal set at = at - interval '1 second' where partition_id = 2
            time-rises        | update outbox set at = at - interval '1 hour' where partition_id = 1 and version = (select max(version) from outbox where partition_id = 1)
            event-published   | delete from event_batch where partition_id = 1; insert into job values ('heartbeat', jari_now(), (jari_now() + interval '2 minutes')::text) on conflict (name) do update set note = excluded.note
            event-numbers     | update event_batch set first_event = first_event + 1000 where first_event = (select max(first_event) from event_batch)
            event-numbers     | delete from event_batch where first_event = 1
            event-once        | insert into event_batch select (select max(first_event + entries) from event_batch), partition_id, kind, version, entries from event_batch limit 1
            event-once        | delete from outbox where partition_id = 2
            event-order       | update event_batch set first_event = -first_event
            head-published    | update partition_head set version = version + 1 where id = 1
            head-published    | delete from partition_head where id = 2
            head-raised       | update partition_head set version = version - 1 where id = 1
            erased-account    | update account set name = 'Kim' where account_id = 77
            erased-account    | update account set closed = false where account_id = 77
            erased-guest      | update guest set phone = '010' where name = ''
            """;

    record Break(String rule, String sql) {
        static Break parse(String line) {
            var parts = line.split("\\|", 2);
            return new Break(parts[0].strip(), parts[1].strip());
        }
    }

    @BeforeAll
    static void book() throws Exception {
        var arguments = List.of("--hotels", "2", "--room-types", "2", "--rooms", "12", "--nights", "30");
        new Load().run(arguments, DATABASE, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try (var connection = DATABASE.getConnection()) {
            execute(connection, "alter table journal disable trigger journal_kept"); // it is broken below
            execute(connection, BOOKINGS);
            execute(connection, TRANSFERS);
            execute(connection, ERASED);
            execute(connection, VerifyPayments.PAYMENTS);
            TestSale.run(DATABASE, "head");
            execute(connection, "update clock_offset set ran_twice = '{}'"); // set back before a line was there
            execute(connection, VerifySeats.WALLET);
            VerifyQueues.play(DATABASE);
            execute(connection, PUBLISHED);
        }
    }

    @Test
    void allHoldsAsItStands() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            assertThat(new Audit(connection).run(_ -> {}))
                    .allSatisfy(finding -> assertThat(finding.broken())
                            .as(finding.rule().name() + " " + finding.examples())
                            .isZero())
                    .allSatisfy(finding -> assertThat(finding.checked())
                            .as(finding.rule().name())
                            .isPositive());
        }
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatIsBrokenIsFound(Break breaking) throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, breaking.sql());
            var found = new Audit(connection)
                    .run(_ -> {}).stream()
                            .filter(finding -> finding.rule().name().equals(breaking.rule()))
                            .findFirst()
                            .orElseThrow();
            connection.rollback();
            assertThat(found.broken()).isPositive();
            assertThat(found.examples())
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(example).isNotBlank());
            if (breaking.rule().startsWith("log-")) {
                assertThat(found.examples())
                        .as("no gap where a side knows nothing")
                        .allSatisfy(example -> assertThat(example).doesNotContain("  ", " ;"));
            }
        }
    }

    @Test
    void everyRuleIsBrokenOnce() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            var rules = new HashSet<>(breaks().stream().map(Break::rule).toList());
            assertThat(new Audit(connection).run(_ -> {}))
                    .extracting(finding -> finding.rule().name())
                    .containsExactlyInAnyOrderElementsOf(rules);
        }
    }

    @Test
    void timeMayFallOnlyWhereTheClockMoves() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(weightOfTime(connection)).isEqualTo(Rule.Weight.NOTE);
            execute(connection, "alter table clock_offset rename to another_name");
            execute(connection, """
                    create or replace function jari_now() returns timestamptz language sql volatile as 'select clock_timestamp()'
                    """);
            assertThat(weightOfTime(connection)).isEqualTo(Rule.Weight.FAULT);
            connection.rollback();
        }
    }

    @Test
    void aStepBackInALineIsTheClocksOnlyWhereTimeRanTwice() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "update queue_ticket set joined_at = joined_at - interval '10 seconds' where ticket = 7");
            execute(connection, "update queue_entry set entered_at = entered_at - interval '1 hour' where ticket = 1");
            for (var rule : List.of("queue-order", "entry-admitted")) {
                assertThat(broken(connection, rule)).isPositive();
            }
            execute(
                    connection,
                    "update clock_offset set ran_twice = tstzmultirange(tstzrange(null, jari_now() - interval '1 hour'))");
            assertThat(broken(connection, "queue-order"))
                    .as("another time ran twice")
                    .isPositive();
            execute(connection, "update clock_offset set ran_twice = '{(,)}'");
            for (var rule : List.of("queue-order", "entry-admitted")) {
                assertThat(broken(connection, rule)).isZero();
            }
            connection.rollback();
        }
    }

    private static Rule.Weight weightOfTime(Connection connection) throws SQLException {
        return new Audit(connection)
                .run(_ -> {}).stream()
                        .filter(finding -> finding.rule().name().equals("time-rises"))
                        .findFirst()
                        .orElseThrow()
                        .rule()
                        .weight();
    }

    @Test
    void timesOfTextbookVersionsMayCross() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "update outbox set at = at - interval '1 hour' where partition_id = 1 and kind = 1 and version = (select max(version) from outbox where partition_id = 1 and kind = 1)");
            assertThat(broken(connection, "time-rises")).isPositive();
            execute(connection, "update partition_head set version = version - 1 where id = 1 and kind = 1");
            assertThat(broken(connection, "time-rises")).isZero();
            connection.rollback();
        }
    }

    /** Rooms of nights that are over are not freed, so that a clock set back finds them reserved by nobody. */
    @Test
    void nightsThatWereOverOnceAreNotRecounted() throws SQLException {
        try (var connection = DATABASE.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "update room_type_inventory set total_reserved = total_reserved + 1 where hotel_id = 2 and room_type_id = 1 and date < jari_now() + interval '2 days'");
            assertThat(broken(connection, "recount")).isPositive();
            execute(connection, "update outbox set at = at + interval '9 days' where partition_id = 2 and kind = 1");
            assertThat(broken(connection, "recount")).isZero();
            connection.rollback();
        }
    }

    private static long broken(Connection connection, String rule) throws SQLException {
        return new Audit(connection)
                .run(_ -> {}).stream()
                        .filter(finding -> finding.rule().name().equals(rule))
                        .findFirst()
                        .orElseThrow()
                        .broken();
    }

    @Test
    void theVerbSaysUpToWhenLogsWereRead() throws Exception {
        var said = new ByteArrayOutputStream();
        assertThat(new Verify().run(List.of(), DATABASE, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("The log of alpha was read up to its line 5, as it stood at 20");
    }

    @Test
    void theVerbSaysWhatIsWrongAndWhere() throws Exception {
        var database = TestPostgres.fresh();
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        new Load().run(List.of("--hotels", "120", "--room-types", "1", "--nights", "2"), database, out);
        assertThat(new Verify().run(List.of(), database, out)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("All of this holds");
        try (var connection = database.getConnection()) {
            execute(connection, "update room_type_inventory set total_reserved = 1");
        }
        said.reset();
        assertThat(new Verify().run(List.of(), database, out)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("BROKEN  recount")
                .contains("not so for 240 of 240 nights of room types")
                .contains("hotel 1, room type 1, night of ")
                .contains("1 reserved, reservations hold 0")
                .contains("2 of these do not hold");
    }

    private static List<Break> breaks() {
        return (BREAKS + VerifyPayments.BREAKS + VerifySeats.BREAKS + VerifyQueues.BREAKS)
                .lines()
                .map(Break::parse)
                .toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
