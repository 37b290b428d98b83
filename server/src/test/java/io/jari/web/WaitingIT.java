package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Chromium;
import io.jari.page.Window;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the line to a hold, in a real browser that comes in by itself. Its pictures are in target/pictures. */
class WaitingIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";

    @Test
    void onAPhoneInKoreanWhileStaffLookOn() {
        var room = TestRoom.on(
                SERVER, "first-come", Instant.now().plusSeconds(3_600), Map.of("mostInside", 1, "entrySeconds", 300));
        var first = PagesIT.signedUp(SERVER, "en");
        room.joined(first);
        try (var chromium = Chromium.launch();
                var phone = chromium.person("ko", 390, 844);
                var desk = chromium.person("en", 1280, 900)) {
            var window = new Window(phone, SERVER.url(), "queue-ko");
            var staff = new Window(desk, SERVER.internalUrl(), "queue-staff");
            window.open("/concerts/" + room.date().concertId()).sees("열릴 때까지 5").picture("concert");
            window.follow("대기실로 가기").sees("열릴 때까지").picture("room");
            window.press("줄 서기").sees("앞에 1명").sees("열릴 때까지").picture("not-open");

            staff.open(room.staffPath());
            staff.fill("E-mail", "admin@demo.jari")
                    .fill("Password", "demo-demo")
                    .press("Sign in");
            staff.sees("Waiting").press("Open now").sees("Admitted a second");
            room.awaited(first, "admitted");
            var seats = first.submit(room.path() + "/entry", Map.of());
            assertThat(seats.body()).contains("Your time inside");
            staff.sees("Came in, ever");

            window.open(room.path()).sees("바로 다음 차례입니다").picture("waiting");
            room.post("pause", Map.of());
            window.sees("잠시 멈추었습니다").picture("paused");
            room.post("resume", Map.of());
            staff.picture("live");

            first.submit(room.path() + "/exit", Map.of());
            window.sees("들어오실 차례입니다").picture("admitted");
            window.follow("로그인").fill("이메일", account()).fill("비밀번호", PASSWORD).press("로그인");
            window.sees("머무실 수 있는 시간").picture("inside");
            assertThat(window.path()).as("in by itself").isEqualTo(room.date().path());
            window.choose("1석").press("좋은 자리 잡기").sees("자리를 잡아 두었습니다");
            window.open(room.date().path()).press("나가기").sees("나오셨습니다").picture("left");
        }
    }

    @Test
    void aDrawOnADesktopInEnglish() {
        var room =
                TestRoom.on(SERVER, "drawn", Instant.now().plusSeconds(3_600), Map.of("publicSource", "The lottery"));
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = new Window(person, SERVER.url(), "queue-en");
            window.open(room.date().path()).sees("This date has a waiting room").picture("outside");
            window.follow("To the waiting room").sees("Fingerprint").picture("room");
            window.press("Join the line")
                    .sees("At the opening the order is drawn")
                    .picture("not-open");
            room.post("opening", Map.of());
            window.open(room.path()).seesInTheEnd("The order is being drawn").picture("drawing");
            await().until(() -> room.admin().get(room.api()).body().at("/draw").has("root"));
            room.post("opening", Map.of("publicValue", "1 2 3"));
            window.sees("It is your turn").picture("admitted");
            window.open(room.path()).seesInTheEnd("Your rank is 1.").picture("drawn");
        }
    }

    private static String account() {
        var address = UUID.randomUUID() + "@example.com";
        var made = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", address, "password", PASSWORD, "name", "김민수"));
        assertThat(made.status()).isEqualTo(201);
        return address;
    }
}
