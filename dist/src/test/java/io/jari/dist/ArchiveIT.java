package io.jari.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.api.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive as an operator gets it: complete, told truly, and working where there is only Java. */
class ArchiveIT {
    private static final String VERSION = System.getProperty("jari.version", "0.1.0");
    private static Machine machine;
    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        machine = new Machine();
        var archive = Path.of("..", "target", "jari-" + VERSION + ".tar.gz").toAbsolutePath();
        var folder = machine.folder("opt");
        var said = Machine.ended(new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString()));
        assertThat(said.exitCode()).as(said.text()).isZero();
        home = folder.resolve("jari-" + VERSION);
    }

    @AfterAll
    static void remove() throws IOException {
        machine.close();
    }

    /** Then the next version beside it, on the same data. */
    @Test
    void anOrdinaryUserRunsItWithNothingButJava() throws Exception {
        var data = machine.openFolder("data").resolve("jari");
        String reservation;
        try (var server = InstalledServer.start(machine, home, data)) {
            assertThat(server.log()).doesNotContain("Preparing");
            var guest = new Login(Api.at(server.url()), "guest@demo.jari", "demo-demo", new Failures());
            reservation = book(guest);
            paysByCard(guest, reservation);
            var verified = server.verb("verify", "--data", data.toString());
            assertThat(verified.exitCode()).as(verified.text()).isZero();
            var drawn = server.verb("verify-draw", "--url", server.url().toString(), "--concert", "1", "--date", "1");
            assertThat(drawn.exitCode()).as(drawn.text()).isEqualTo(2);
        }
        assertThat(data.resolve("db.url")).doesNotExist();
        assertThat(home.resolve("data")).doesNotExist();

        var next = Files.move(home, home.resolveSibling("jari-next"));
        try (var server = InstalledServer.start(machine, next, data)) {
            var guest = new Login(Api.at(server.url()), "guest@demo.jari", "demo-demo", new Failures());
            var found = guest.must("find it", api -> api.get("/v1/reservations/" + reservation));
            assertThat(found.text("reservationID")).isEqualTo(reservation);
        } finally {
            Files.move(next, home);
        }
    }

    private static String book(Login guest) {
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        var stay = Map.of(
                "hotelID",
                "1",
                "roomTypeID",
                "1",
                "startDate",
                day.toString(),
                "endDate",
                day.plusDays(2).toString(),
                "rooms",
                1);
        var order = guest.must("order", api -> api.post("/v1/reservation-orders", stay));
        var all = new HashMap<String, Object>(stay);
        all.put("reservationID", order.text("reservationID"));
        all.put("quote", order.text("quote"));
        all.put(
                "guest",
                Map.of("name", "김민수", "phone", "+82 10-1234-5678", "email", "minsu@example.com", "partySize", 2));
        return guest.must("reserve", api -> api.post("/v1/reservations", all)).text("reservationID");
    }

    /** The provider of the archive answers. */
    private static void paysByCard(Login guest, String reservation) {
        guest.must("pay", api -> api.post("/v1/payments", Map.of("reservationID", reservation, "method", "card")));
        var page = await().atMost(Duration.ofMinutes(1))
                .until(() -> redirect(guest, reservation), url -> url.getScheme() != null);
        assertThat(Api.at(page).bytes(page.toString())).isNotEmpty();
    }

    private static URI redirect(Login guest, String reservation) {
        var payment = guest.must("ask", api -> api.get("/v1/payments/" + reservation + "?wait=5"));
        return URI.create(payment.body().at("/next/redirectURL").asText());
    }

    @Test
    void nothingInItTellsWhenOrByWhomItWasMade() throws IOException {
        var made = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        try (var all = Files.walk(home)) {
            assertThat(all.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> {
                assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);
                assertThat(Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE))
                        .isEqualTo(file.endsWith("jari"));
            });
        }
        assertThat(Files.readString(home.resolve("VERSION"))).isEqualTo(VERSION + "\n");
    }

    @Test
    void everyLibraryIsInTheBillOfMaterialsAndUnderALicence() throws IOException {
        var bill = BillOfMaterials.of(home.resolve("bom.json"));
        assertThat(bill.missing(libraries())).isEmpty();
        assertThat(bill.withoutLicence()).isEmpty();
        var listed = Files.readString(home.resolve("THIRD-PARTY.txt"));
        assertThat(bill.others())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(listed).contains("(" + name + ":"));
        assertThat(home.resolve("licenses/PostgreSQL.txt")).content().contains("Regents of the University");
        assertThat(home.resolve("NOTICE")).content().contains("PostgreSQL Licence");
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    }

    @Test
    void aLibraryThatTheBillOfMaterialsLeavesOutIsSeen() throws IOException {
        var json = new JsonMapper().readTree(home.resolve("bom.json").toFile());
        var components = (ArrayNode) json.required("components");
        var left = components.remove(7);
        assertThat(new BillOfMaterials(json).missing(libraries()))
                .singleElement()
                .asString()
                .contains(left.required("name").asText());
    }

    private static List<Path> libraries() throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(file -> file.toString().matches(".*/lib/.*[.]jar"))
                    .filter(file -> !file.getFileName().toString().contains("jari-core"))
                    .toList();
        }
    }

    @Test
    void theImageHoldsWhatIsThereAndRunsAsSomebodyElseThanRoot() throws IOException {
        var lines = Files.readAllLines(home.resolve("dist/Containerfile"));
        var copied = words(lines, "COPY").flatMap(words -> words.subList(0, words.size() - 1).stream());
        assertThat(copied)
                .contains("jari", "server", "provider", "bench")
                .allSatisfy(name -> assertThat(home.resolve(name)).exists());
        assertThat(words(lines, "USER").toList().getLast().getFirst()).isNotIn("root", "0");
        var start = words(lines, "ENTRYPOINT").toList().getLast().getFirst();
        assertThat(start).isEqualTo("[\"/opt/jari/jari\"]");
    }

    private static Stream<List<String>> words(List<String> lines, String instruction) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> List.of(line.substring(instruction.length() + 1).split(" ")));
    }

    /** As far as can be told without running it: the machine that tests need not be run by systemd. */
    @Test
    void systemdAcceptsTheUnit() throws Exception {
        var verify = Machine.program("systemd-analyze");
        Assumptions.assumeTrue(verify.isPresent(), "no systemd here");
        var unit = Files.readString(home.resolve("dist/jari.service"));
        var here = machine.folder("systemd").resolve("jari.service");
        Files.writeString(
                here, unit.replace("/opt/jari/jari", home.resolve("jari").toString()));
        var said = Machine.ended(new ProcessBuilder(verify.get().toString(), "verify", here.toString()));
        assertThat(said.text()).doesNotContain("jari.service");
        assertThat(said.exitCode()).as(said.text()).isZero();
        Files.writeString(here, unit.replace("ProtectSystem=strict", "ProtectSystem=all-of-it"));
        assertThat(Machine.ended(new ProcessBuilder(verify.get().toString(), "verify", here.toString()))
                        .text())
                .contains("jari.service");
    }

    /** Longer than the requests' and the database's own ends; or a stop would be a crash. */
    @Test
    void theServiceIsGivenTimeToStopInOrder() throws IOException {
        var unit = Files.readString(home.resolve("dist/jari.service"));
        var limit = Pattern.compile("TimeoutStopSec=(\\d+)").matcher(unit);
        assertThat(limit.find()).isTrue();
        assertThat(Integer.parseInt(limit.group(1))).isGreaterThan(20 + 20 + 10);
        assertThat(unit).contains("KillMode=mixed", "User=jari", "Restart=on-failure", "LimitNOFILE=65536");
    }
}
