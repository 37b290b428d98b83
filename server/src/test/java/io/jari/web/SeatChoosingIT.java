package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Chromium;
import io.jari.page.Window;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a concert to a ticket, clicked in a real browser. Its pictures are in target/pictures. */
class SeatChoosingIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";
    /** The button below the list; the one beside the map is named alike. */
    private static final String LIST = ".hall button";

    private static final String GOOD = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";

    @Test
    void byCardOnADesktopInEnglish() {
        var date = TestPerformance.on(SERVER);
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = new Window(person, SERVER.url(), "seats-en");
            window.open("/").picture("front").follow("Concerts").picture("concerts");
            window.open("/concerts/" + date.concertId()).picture("concert");
            window.follow("Choose seats").picture("choose");
            window.choose("2 seats").press("Hold the best seats");
            window.fill("E-mail", account("Kim Minsu"))
                    .fill("Password", PASSWORD)
                    .press("Sign in");
            window.sees("Shall we choose for you?").press("Hold the best seats");
            window.sees("Your seats are set aside").sees("Time left").picture("hold");
            var hold = window.path();
            window.press("More time (once)").sees("Give the seats back");

            card(window.press("Pay by card"), DECLINED)
                    .press("Pay ₩")
                    .sees("Your bank declined the card ····0002")
                    .picture("declined");
            window.follow("See your seats").sees("Your bank declined the card ····0002");
            assertThat(window.path()).isEqualTo(hold);
            card(window.press("Pay by card"), GOOD)
                    .press("Pay ₩")
                    .sees("The seats are yours")
                    .picture("paid");
            window.follow("See the tickets").sees("Valid").picture("tickets");
            window.follow("Jari Live").sees("QR").seesPictures().picture("ticket");
            window.follow("Give these tickets back").picture("release");
            window.press("Yes, give them back")
                    .seesInTheEnd("went back to your card ····4242")
                    .picture("given-back");
            window.open("/payments").sees("Jari Live").picture("payments");
            window.open("/tickets").sees("Given back");
        }
    }

    @Test
    void fromTheWalletOnAPhoneInKorean() throws Exception {
        var date = TestPerformance.on(SERVER);
        try (var chromium = Chromium.launch();
                var person = chromium.person("ko", 390, 844)) {
            var window = new Window(person, SERVER.url(), "seats-ko");
            window.open("/concerts").picture("concerts");
            window.open("/concerts/" + date.concertId()).picture("concert");
            window.follow("좌석 고르기").picture("choose");
            window.open(date.path() + "?zone=0").picture("zone");
            window.choose("3").choose("4");
            window.page().click(LIST);
            window.fill("이메일", account("김민수")).fill("비밀번호", PASSWORD).press("로그인");
            window.sees("다른 구역 고르기");
            assertThat(window.chosen()).as("kept while signing in").containsExactly("2", "3");

            hold(date, date.guid(3));
            window.page().click(LIST);
            window.sees("누가 방금").sees("바로 가까이에 이 자리가 있습니다").picture("taken");
            window.press("이 자리로 잡기").sees("자리를 잡아 두었습니다").picture("hold");
            var hold = window.path();
            window.follow("지갑 충전하기").press("카드로 충전하기");
            window.fill("카드 번호", GOOD).fill("유효기간", "12/40").fill("CVC", "123").fill("카드에 적힌 이름", "KIM");
            window.press("결제하기").sees("지갑에 충전되었습니다");
            window.open(hold).press("지갑에서 결제하기").sees("예매되었습니다").picture("paid");
            window.follow("티켓 보기").sees("입장 전").picture("tickets");
            window.follow("자리 라이브").seesPictures().picture("ticket");
            assertThat(admitted(date, window.scanned("입장할 때 보여 주실 QR 코드"))).isEqualTo("valid");

            window.open(date.path()).choose("4석").press("좋은 자리 잡기");
            window.sees("이미 2석을").picture("limit");
        }
    }

    /** What the door says to a ticket's token. */
    private static String admitted(TestPerformance date, String token) {
        var said = Api.demo(SERVER.internalUrl(), "admin")
                .post(
                        "/v1/concerts/" + date.concertId() + "/dates/" + date.dateId() + "/check-ins",
                        Map.of("token", token, "gate", "North"));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(200);
        return said.body().path("result").asText();
    }

    private static String account(String name) {
        var address = UUID.randomUUID() + "@example.com";
        var made = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", address, "password", PASSWORD, "name", name));
        assertThat(made.status()).isEqualTo(201);
        return address;
    }

    /** Somebody else is quicker. */
    private static void hold(TestPerformance date, String guid) {
        var other = Api.signedIn(SERVER.url(), account("Somebody Else"), PASSWORD);
        var made = other.send(
                "POST",
                "/v1/seat-holds",
                "{\"dateID\":\"%s\",\"seatIDs\":[\"%s\"]}".formatted(date.dateId(), guid),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    }

    private static Window card(Window window, String number) {
        return window.fill("Card number", number)
                .fill("Expires", "12/40")
                .fill("CVC", "123")
                .fill("Name on the card", "KIM MINSU");
    }
}
