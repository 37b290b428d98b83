package io.jari.moving;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.Launched;
import io.jari.booking.TestHotel;
import io.jari.db.DataFolder;
import io.jari.db.Database;
import io.jari.db.OutsidePostgres;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.seat.Organiser;
import io.jari.seat.SeatGuest;
import io.jari.seat.TestHall;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A house moves while people book: with its files, and by its tables, into another PostgreSQL and back. */
class MovingIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final Path FILES = Launched.freshData();
    private static final Path BACKUP = FILES.resolve("backup.tar.gz");
    private static final Path EXPORT = FILES.resolve("export.tar.gz");

    private static List<String> booked;
    private static SeatGuest holder;
    private static String hold;
    private static TestHall line;

    @BeforeAll
    static void copyUnderLoad() throws Exception {
        try (var server = JariServer.start(Map.of())) {
            var data = server.data().toString();
            if (LONG) {
                verb(Map.of(), "load", "--hotels", "1000", "--data", data);
            }
            holder = SeatGuest.of(server, TestHall.with(TestData.of(server).dataSource(), 20));
            hold = holder.hold(0, 1);
            line = TestHall.with(TestData.of(server).dataSource(), 20);
            admitSomebody(server);
            try (var crowd = new BookingCrowd(server)) {
                booked = crowd.after(20);
                verb(Map.of(), "backup", BACKUP.toString(), "--data", data);
                assertThat(crowd.after(1)).as("they went on").hasSizeGreaterThan(booked.size() + 1);
                verb(Map.of(), "export", EXPORT.toString(), "--data", data);
            }
        }
    }

    /** To come in within ten minutes. */
    private static void admitSomebody(JariServer server) {
        var organiser = Organiser.of(server, line);
        var settings = Map.of(
                "mode",
                "first-come",
                "opensAt",
                Instant.now().minusSeconds(1).toString(),
                "mostInside",
                10,
                "admissionsPerSecond",
                100,
                "passSeconds",
                90,
                "entrySeconds",
                600);
        ok(200, organiser.api().put(organiser.path("queue"), settings, Map.of()));
        var place = Map.of("dateID", Integer.toString(line.dateId()), "deviceID", "a-device-of-the-test-00001");
        ok(201, Api.anonymous(server.url()).post("/v1/queue", place));
        await().atMost(TestGuest.PATIENCE).until(() -> admitted(server) == 1);
    }

    private static long admitted(JariServer server) {
        return TestData.number(
                server,
                "select count(*) from queue_step where date_id = %d and closed_at is null and enter_by > jari_now()"
                        .formatted(line.dateId()));
    }

    private static String verb(Map<String, String> environment, String verb, String... options) {
        var ended = Launched.verb(environment, verb, options);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return ended.output();
    }

    @Test
    void whatWasAcknowledgedBeforeABackupIsThereElsewhere() throws Exception {
        var data = Launched.freshData();
        assertThat(verb(Map.of(), "restore", BACKUP.toString(), "--data", data.toString()))
                .contains("sessions have ended", "Restored from the backup of");
        tenMinutesPass(data);
        try (var server = JariServer.start(data, Map.of())) {
            server.verify();
            assertAllAreThere(server);
            assertThat(holder.at(server).tryHolding(5).status())
                    .as("with a token of before")
                    .isEqualTo(401);
            var back = new TestGuest(
                    Api.signedIn(server.url(), holder.guest().email(), "a long secret"),
                    holder.guest().email());
            assertThat(new SeatGuest(back, holder.hall()).status(hold))
                    .as("the time between counts against nobody")
                    .startsWith("held");
            assertThat(admitted(server)).as("nor in a line").isOne();
        }
    }

    private static void assertAllAreThere(JariServer server) {
        var there = new HashSet<>(TestData.texts(server, "select reservation_id from reservation"));
        assertThat(there).containsAll(booked);
    }

    /** As if the restore had taken place later: a hold of three minutes would be over, and the time to come in too. */
    private static void tenMinutesPass(Path data) throws SQLException {
        try (var database = Database.forServer(new DataFolder(data), Map.of());
                var connection = database.start().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update seat_hold set created_at = created_at - interval '10 minutes', expires_at = expires_at - interval '10 minutes';
                    update queue_step set admitted_at = admitted_at - interval '10 minutes', enter_by = enter_by - interval '10 minutes';
                    update job set done_at = done_at - interval '10 minutes', note = (note::timestamptz - interval '10 minutes')::text
                     where name = 'heartbeat'
                    """);
        }
    }

    @Test
    void aBackupWithoutItsLogBecomesNothingThatIsServed() throws Exception {
        var bare = Tampered.without(BACKUP, name -> name.startsWith("postgres/pg_wal/0"));
        var data = Launched.freshData();
        var restore = Launched.verb(Map.of(), "restore", bare.toString(), "--data", data.toString());
        assertThat(restore.exitCode()).as(restore.output()).isEqualTo(1);
        assertThat(restore.output()).contains("PostgreSQL can't recover what is in this backup", "checkpoint record");
        var verify = Launched.verb(Map.of(), "verify", "--data", data.toString());
        assertThat(verify.exitCode()).as(verify.output()).isEqualTo(1);
        assertThat(verify.output()).contains("began and did not end");
    }

    @Test
    void anExportGoesToAnotherPostgresAndBack() {
        var back = FILES.resolve("back.tar.gz").toString();
        try (var outside = OutsidePostgres.start()) {
            var there = Map.of("JARI_DB_URL", outside.url());
            verb(there, "restore", EXPORT.toString());
            verb(there, "verify");
            verb(there, "export", back);
        }
        var data = Launched.freshData();
        verb(Map.of(), "restore", back, "--data", data.toString());
        try (var server = JariServer.start(data, Map.of())) {
            server.verify();
            assertAllAreThere(server);
            var hotel = TestHotel.with(TestData.of(server).dataSource(), 1);
            assertThat(hotel.hotelId()).as("no number of before").isGreaterThan(20_000);
            TestGuest.signedUp(server).reserve(hotel, 3);
        }
    }
}
