package io.jari.moving;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.Launched;
import io.jari.booking.TestHotel;
import io.jari.db.DataFolder;
import io.jari.db.Database;
import io.jari.db.Migrations;
import io.jari.db.MovableClock;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What earlier releases have written is served by this one. On the clock of then, so that stays are still to come. */
class UpgradeIT {
    private static final Path RELEASES = Path.of("src", "test", "resources", "moving");

    static Stream<Path> releases() {
        try (var files = Files.list(RELEASES)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itIsServedVerifiedAndSoldOn(Path release) throws Exception {
        var data = Launched.freshData();
        var restore = Launched.verb(Map.of(), "restore", release.toString(), "--data", data.toString());
        assertThat(restore.exitCode()).as(restore.output()).isZero();
        assertThat(restore.output()).contains("now " + Migrations.newest());
        var then = backToThen(data);
        try (var server = JariServer.start(data, Map.of())) {
            server.verify();
            var guest = new TestGuest(Api.demo(server.url(), "guest"), "guest@demo.jari");
            assertThat(TestData.texts(server, "select status from reservation"))
                    .containsExactly("canceled", "paid", "pending", "refunded");
            assertThat(ok(200, guest.api().get("/v1/reservations")).toString()).contains("\"paid\"", "\"refunded\"");
            var date = TestData.number(server, "select date_id from seat_hold where status = 'sold'");
            assertThat(ok(200, guest.api().get("/v1/tickets?dateID=" + date)).toString())
                    .contains("\"ticketID\"");
            var today = then.atZone(ZoneId.of("Asia/Seoul")).toLocalDate();
            book(server, guest, today);
            server.verify();
        }
    }

    private static void book(JariServer server, TestGuest guest, LocalDate today) {
        var balance = guest.balance("KRW");
        var id = guest.reserve(new TestHotel(TestData.of(server).dataSource(), 1, today), 30);
        ok(201, guest.begin(id, "wallet"));
        guest.await(id, "paid");
        assertThat(guest.balance("KRW")).isLessThan(balance);
    }

    private static Instant backToThen(Path data) throws SQLException {
        try (var database = Database.forServer(new DataFolder(data), Map.of())) {
            var source = database.start().dataSource();
            try (var connection = source.getConnection()) {
                var then = Instant.parse(Catalog.texts(connection, """
                        select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from journal
                        """).getFirst());
                new MovableClock(source).moveTo(then.plusSeconds(1));
                return then;
            }
        }
    }
}
