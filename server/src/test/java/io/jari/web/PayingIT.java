package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.page.Addresses;
import io.jari.page.Chromium;
import io.jari.page.Window;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Booking, paying and canceling, clicked in a real browser. Its pictures are in target/pictures. */
class PayingIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";
    private static final String GOOD = "4242 4242 4242 4242";
    private static final String DECLINED = "4000 0000 0000 0002";

    @Test
    void onADesktopInEnglish() {
        var hotel = hotel("한강 호텔", "Hotel Hangang");
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = new Window(person, SERVER.url(), "en");
            signIn(window.open("/"), "Sign in", "E-mail", "Password");
            var first = book(window, hotel).picture("reservation").path();
            var waiting = new Window(person, SERVER.url(), "en-waiting");

            window.press("Pay by card")
                    .sees("Test payments")
                    .sees("한강 호텔 Hotel Hangang, ")
                    .picture("hosted");
            waiting.open(pay(first) + "/return").sees("Checking your payment").picture("processing");
            card(window, DECLINED)
                    .press("Pay ₩")
                    .sees("Your bank declined the card ····0002")
                    .picture("declined");
            waiting.sees("Your bank declined the card ····0002");
            card(window.press("Try again"), GOOD)
                    .press("Pay ₩")
                    .sees("Your reservation is confirmed")
                    .picture("paid");
            window.follow("See the reservation")
                    .sees("₩100,000 paid by card ····4242")
                    .picture("confirmed");

            window.open(PagesIT.order(hotel, 5, 6))
                    .press("Reserve for")
                    .sees("You booked this")
                    .picture("similar");
            var second =
                    window.press("Yes, book one more").sees("Awaiting payment").path();
            assertThat(second).isNotEqualTo(first);
            assertThat(hotel.reserved(5)).isEqualTo(2);

            window.follow("Charge the wallet").sees("Your wallet is empty").picture("wallet-empty");
            card(window.fill("Amount (KRW)", "250,000").press("Charge by card"), GOOD)
                    .press("Pay ₩")
                    .sees("The money is in your wallet")
                    .picture("charged");
            window.open(second).sees("Pay from wallet (balance ₩250,000)").picture("two-ways");
            window.press("Pay from wallet")
                    .sees("₩100,000 paid from your wallet")
                    .picture("paid-from-wallet");

            window.open(first).follow("Cancel this reservation").picture("cancellation");
            window.press("Yes, cancel it")
                    .seesInTheEnd("₩100,000 went back to your card ····4242")
                    .picture("refunded");
            window.open(second).follow("Cancel this reservation").press("Yes, cancel it");
            window.seesInTheEnd("₩100,000 is back in your wallet").picture("refunded-to-wallet");
            window.follow("Payments").sees("Refunded").picture("payments");
            window.follow("Wallet").sees("-₩100,000").picture("wallet");
            assertThat(hotel.reserved(5)).isZero();
        }
    }

    @Test
    void onAPhoneInKorean() {
        var hotel = hotel("북촌 스테이", "Bukchon Stay");
        try (var chromium = Chromium.launch();
                var person = chromium.person("ko", 390, 844)) {
            var window = new Window(person, SERVER.url(), "ko");
            signIn(window.open("/").picture("front"), "로그인", "이메일", "비밀번호");
            window.open("/?q=" + Addresses.encoded("북촌 스테이") + "&" + PagesIT.nights(hotel, 5, 6) + "&guests=2&rooms=1");
            window.picture("found")
                    .follow("북촌 스테이")
                    .picture("hotel")
                    .follow("예약하기")
                    .picture("order");
            var first =
                    window.press("예약하기").sees("결제 대기").picture("reservation").path();

            window.press("카드로 결제하기").sees("시험 결제").picture("hosted");
            window.press("결제 그만두기").sees("결제를 그만두셨습니다").picture("given-up");
            window.press("다시 시도하기")
                    .fill("카드 번호", GOOD)
                    .fill("유효기간", "12/40")
                    .fill("CVC", "123")
                    .fill("카드에 적힌 이름", "KIM");
            window.press("결제하기").sees("예약이 확정되었습니다").picture("paid");

            window.open(PagesIT.order(hotel, 5, 6))
                    .press("예약하기")
                    .sees("예약하셨습니다")
                    .picture("similar");
            window.press("네, 하나 더").sees("결제 대기").follow("지갑 충전하기").picture("wallet-empty");
            window.fill("금액", "120,000").press("카드로 충전하기").picture("hosted-charge");
            window.fill("카드 번호", GOOD).fill("유효기간", "12/40").fill("CVC", "123").fill("카드에 적힌 이름", "KIM");
            window.press("결제하기").sees("지갑에 충전되었습니다").picture("charged");

            window.open(first).follow("예약 취소하기").press("네, 취소합니다");
            window.seesInTheEnd("환불 완료").picture("refunded");
            window.open("/payments")
                    .picture("payments")
                    .open("/wallet")
                    .picture("wallet")
                    .open("/reservations")
                    .picture("reservations");
        }
    }

    private static TestHotel hotel(String korean, String english) {
        var hotel = PagesIT.hotel(SERVER, 5);
        hotel.execute("""
                update hotel set name_ko = '%1$s', name_en = '%2$s', address_ko = '강변로 1', address_en = '1 Gangbyeon-ro'
                 where hotel_id = %3$d;
                update room_type set name_ko = '더블룸', name_en = 'Double room' where hotel_id = %3$d
                """.formatted(korean, english, hotel.hotelId()));
        return hotel;
    }

    private static void signIn(Window window, String button, String email, String password) {
        var address = UUID.randomUUID() + "@example.com";
        var made = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", address, "password", PASSWORD, "name", "Kim Minsu"));
        assertThat(made.status()).isEqualTo(201);
        window.follow(button)
                .fill(email, address)
                .fill(password, PASSWORD)
                .press(button)
                .sees("Kim Minsu");
    }

    private static Window book(Window window, TestHotel hotel) {
        window.open("/").fill("Where to?", "Hotel Hangang");
        window.fill("Arrival", hotel.today().plusDays(5).toString());
        window.fill("Departure", hotel.today().plusDays(6).toString());
        window.press("Search").follow("Hotel Hangang").picture("hotel");
        window.follow("Book").picture("order");
        return window.press("Reserve for").sees("Awaiting payment");
    }

    private static Window card(Window window, String number) {
        return window.fill("Card number", number)
                .fill("Expires", "12/40")
                .fill("CVC", "123")
                .fill("Name on the card", "KIM MINSU");
    }

    private static String pay(String reservation) {
        return reservation.replaceFirst("^/reservations", "/payments");
    }
}
