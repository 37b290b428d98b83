package io.jari.console.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.page.Browser;
import io.jari.web.TestRoom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A waiting room, run with nothing but a page. */
class StaffQueuePageIT {
    private static final JariServer SERVER = JariServer.shared();

    @ParameterizedTest
    @CsvSource({
        "en, This date has no waiting room yet, A number from 30 to 600, Somebody has changed the settings, Admitted a second",
        "ko, 아직 대기실이 없어, 30에서 600 사이의 수, 그사이 다른 사람이 설정을 바꾸었습니다, 초당 입장 허용"
    })
    void aRoomIsMadeAndChanged(String language, String none, String flaw, String stale, String figure) {
        var room = TestRoom.without(SERVER);
        var path = room.staffPath();
        var staff = signedIn(language, "admin");
        var first = staff.open(path);
        assertThat(first.body()).contains(none).doesNotContain("data-live");
        var form = first.form(path + "/settings");
        form.put("mode", "first-come");
        form.put("passSeconds", "7");
        var flawed = staff.submit(path + "/settings", form);
        assertThat(flawed.status()).isEqualTo(422);
        assertThat(flawed.body()).contains(flaw, "value=\"7\"", "aria-invalid");
        form.put("passSeconds", "45");
        var made = staff.submit(path + "/settings", form);
        assertThat(made.path()).isEqualTo(path);
        assertThat(made.body()).contains(figure, "value=\"45\"", "data-live=\"" + room.api() + "/live\"");
        var again = staff.submit(path + "/settings", form);
        assertThat(again.status()).as("made meanwhile").isEqualTo(428);

        var old = made.form(path + "/settings");
        old.put("mode", "first-come");
        staff.submit(path + "/settings", old);
        var late = staff.submit(path + "/settings", old);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains(stale);
    }

    @Test
    void pausingGoingOnAndOpening() {
        var room = TestRoom.on(SERVER, "first-come", Instant.now().plusSeconds(3_600));
        var path = room.staffPath();
        var staff = signedIn("en", "admin");
        var guest = new Browser(SERVER.url(), "en");
        room.joined(guest);
        assertThat(staff.open(path).body()).contains("<dd data-figure=\"waiting\">1</dd>");
        assertThat(staff.submit(path + "/pause", Map.of()).body()).contains("Paused: nobody is admitted.");
        assertThat(staff.submit(path + "/opening", Map.of()).body()).doesNotContain("Open now");
        room.awaited(guest, "paused");
        assertThat(staff.submit(path + "/resume", Map.of()).body()).doesNotContain("Paused: nobody is admitted.");
        room.awaited(guest, "admitted");
        await().until(() -> staff.open(path).body().contains("<dd data-figure=\"admittedNotIn\">1</dd>"));
    }

    @Test
    void theValueOfADrawIsBrought() {
        var room =
                TestRoom.on(SERVER, "drawn", Instant.now().plusSeconds(3_600), Map.of("publicSource", "The <lottery>"));
        var path = room.staffPath();
        var staff = signedIn("en", "admin");
        var early = staff.submit(path + "/opening", Map.of("publicValue", "1 2 3"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("The list is not closed yet");
        var guest = new Browser(SERVER.url(), "en");
        room.joined(guest);
        staff.submit(path + "/opening", Map.of());
        await().until(() -> staff.open(path).body().contains("the draw waits for a value"));
        assertThat(staff.submit(path + "/opening", Map.of("publicValue", " ")).status())
                .isEqualTo(422);
        var form = staff.open(path).form(path + "/settings");
        form.put("mode", "first-come");
        form.remove("publicSource");
        var late = staff.submit(path + "/settings", form);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("id=\"flaw-mode\">It is too late to change this.");
        staff.submit(path + "/opening", Map.of("publicValue", "1 2 3"));
        await().until(() -> guest.open(room.path()).body().contains("Your rank is 1."));
    }

    @Test
    void othersHaveNothingToDoHere() {
        var path = TestRoom.on(SERVER, "first-come", Instant.now()).staffPath();
        assertThat(new Browser(SERVER.url(), "en").open(path).status()).isEqualTo(404);
        assertThat(new Browser(SERVER.internalUrl(), "en").open(path).path()).startsWith("/sign-in");
        assertThat(signedIn("en", "desk").open(path).status()).isEqualTo(403);
        assertThat(signedIn("en", "desk").submit(path + "/pause", Map.of()).status())
                .isEqualTo(403);
        assertThat(signedIn("en", "admin")
                        .post(path + "/pause", Map.of(), "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Browser signedIn(String language, String who) {
        var browser = new Browser(SERVER.internalUrl(), language);
        var form = browser.open("/sign-in").form("/sign-in");
        form.putAll(Map.of("email", who + "@demo.jari", "password", "demo-demo"));
        browser.submit("/sign-in", form);
        return browser;
    }
}
