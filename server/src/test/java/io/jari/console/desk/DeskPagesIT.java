package io.jari.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.jari.JariServer;
import io.jari.booking.DeskHotel;
import io.jari.page.Browser;
import io.jari.page.Chromium;
import io.jari.page.Window;
import io.jari.payment.TestGuest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day at the desk, clicked in a real browser. Its pictures are in target/pictures. */
class DeskPagesIT {
    private static final JariServer SERVER = JariServer.shared();

    @Test
    void aCallBecomesAStay() {
        var hotel = DeskHotel.with(SERVER, 2, 0, 1);
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "desk-call"), hotel);
            window.sees("Nobody arrives on this day.").picture("empty");
            window.follow("New booking").sees("Rooms and prices").picture("booking");
            window.follow("Choose").sees("Guest's name").picture("order");
            window.fill("Guest's name", "Kim Minsu")
                    .fill("Telephone", "010-1234-5678")
                    .press("Reserve for");
            window.sees("Booked. Take the payment here")
                    .sees("Awaiting payment")
                    .picture("to-pay");
            var stay = window.path();
            assertThat(stay).startsWith(base(hotel) + "/stays/");
            window.press("Take ₩").sees("taken from Kim Minsu").sees("Card terminal, at the desk");
            window.press("Check in, best rooms")
                    .sees("Kim Minsu is checked in.")
                    .picture("in");
            unfold(window, "Move out of room 101").press("Move").sees("The room left is to be cleaned");
            window.sees("102");
            window.fill("Departure", hotel.day(3).toString()).press("What does it cost?");
            window.sees("The guest pays").sees("as agreed").picture("change");
            window.press("Change it so").sees("The stay is changed.");
            assertThat(window.path()).isEqualTo(stay);
            sure(window.press("Check out").sees("Check out before the last night?"));
            window.sees("Kim Minsu is checked out.").sees("Nothing more to do.").picture("out");
            window.sees("Moved to another room").sees("Stay changed");
        }
    }

    @Test
    void aDayOfComingAndGoing() {
        var hotel = DeskHotel.with(SERVER, 4, 0, 0);
        hotel.paid(0, 1, "Lee Jia");
        hotel.reserve(0, 2, "Park Hana");
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "desk-day"), hotel);
            window.sees("0 of 2").picture("today");
            window.press("Check in").sees("Lee Jia is checked in.").sees("1 of 2");
            window.press("Take ₩").sees("taken from Park Hana.");
            window.follow("Choose rooms").sees("Check in, best rooms");
            unfold(window, "Choose rooms").page().locator("[name='roomIDs[]']").selectOption("4");
            window.press("Check in to these rooms")
                    .sees("Park Hana is checked in.")
                    .sees("104");
            window.open(base(hotel) + "/today?date=" + hotel.day(1))
                    .sees("This is not today")
                    .sees("0 of 1");
            window.follow("Room rack").sees("Lee Jia").sees("Park Hana").picture("rack");
            window.press("Room 103 must be cleaned").sees("Room 103 is to be cleaned.");
            window.fill("Reason", "A pipe burst")
                    .press("Report a room")
                    .sees("Reported.")
                    .sees("A pipe burst");
            window.picture("broken");
            window.press("Room 101 is usable again").sees("can be slept in again");
            window.press("Show free rooms").sees("From room").press("Move").sees("Moved.");
            window.follow("Today")
                    .sees("To be cleaned")
                    .press("Room 103 is clean")
                    .sees("Room 103 is clean now.");
            window.follow("Find a guest").sees("Tonight's bookings").picture("tonight");
            window.fill("Name, telephone", "jia").press("Find");
            window.sees("Lee Jia").picture("found");
            assertThat(window.page().innerText("main")).doesNotContain("Park Hana");
            window.fill("Name, telephone", "nobody here").press("Find").sees("Nobody found.");
        }
    }

    /** In a hotel where it is evening now. */
    @Test
    void twoRoomsAtOnceAndSomebodyWhoDidNotCome() {
        var hotel = DeskHotel.with(SERVER, 4, 0, 0);
        var tonight = hotel.evening();
        var family = hotel.request(tonight, tonight + 2, "Kim Family", 2);
        assertThat(hotel.guest().post("/v1/reservations", family).status()).isEqualTo(201);
        hotel.paid(tonight, tonight + 1, "Oh Never");
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "desk-evening"), hotel);
            window.sees("0 of 2").press("Take ₩").sees("taken from Kim Family.");
            window.follow("Kim Family").sees("Check in, best rooms").sees("₩100,000 × 2");
            unfold(window, "Choose rooms").page().locator("[name='roomIDs[]']").selectOption(new String[] {"2", "4"});
            window.picture("two-rooms")
                    .press("Check in to these rooms")
                    .sees("Kim Family is checked in.")
                    .sees("102, 104");
            window.open(base(hotel) + "/today").follow("Oh Never");
            unfold(window, "The guest did not come").sees("can be sold again").picture("late");
            sure(window.press("No-show").sees("Give up Oh Never as a no-show?"));
            window.sees("Oh Never is a no-show.").sees("Nothing more to do.").picture("no-show");
        }
    }

    @Test
    void theLastRoomIsTakenMeanwhile() {
        var hotel = DeskHotel.with(SERVER, 1, 0, 1);
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "desk-taken"), hotel);
            window.open(base(hotel) + "/booking?startDate=" + hotel.day(5) + "&endDate=" + hotel.day(6) + "&type=1");
            window.fill("Guest's name", "Choi Sora").fill("Guests", "1");
            hotel.reserve(5, 6, "Somebody Quicker");
            await().until(() -> hotel.guest()
                            .post("/v1/reservation-orders", hotel.stay(5, 6))
                            .status()
                    == 409);
            window.press("Reserve for")
                    .sees("Somebody has just taken the last room")
                    .sees("Free instead");
            window.picture("taken");
            window.page().locator("#nearest + ul a").first().click();
            window.sees("Guest's name");
            assertThat(window.page().getByLabel("Guest's name").inputValue()).isEqualTo("Choi Sora");
            window.press("Reserve for").sees("Booked. Take the payment here");
            sure(unfold(window, "Cancel the booking").press("Cancel for")).sees("Canceled by the hotel's staff.");
            window.picture("canceled");
        }
    }

    @Test
    void moneyGoesBackInParts() {
        var hotel = DeskHotel.with(SERVER, 3, 0, 0);
        var guest = TestGuest.signedUp(SERVER);
        var id = guest.paid(hotel.hotel(), 4);
        try (var chromium = Chromium.launch();
                var person = chromium.person("ko", 390, 844)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "desk-money"), hotel);
            window.open(base(hotel) + "/stays/" + id).sees("카드 ····").picture("paid");
            sure(unfold(window, "환불하기").fill("금액", "999999999").press("환불")).sees("결제한 금액에서");
            sure(window.fill("금액", "10,000").press("환불")).sees("환불을 요청했습니다").sees("서비스 차원");
            guest.await(id, "partly_refunded");
            window.open(base(hotel) + "/stays/" + id)
                    .sees("환불 완료")
                    .sees("−10,000원")
                    .picture("refunded");
            window.seesInTheEnd("발송됨").press("다시 보내기").sees("다시 보냅니다");
            window.follow("이 예약의 모든 결제 보기").sees("10,000");
        }
    }

    @Test
    void whoHasNoRoomIsSentElsewhere() {
        var hotel = DeskHotel.with(SERVER, 1, 100, 0);
        hotel.ok(hotel.paid(0, 2, "김먼저"), "check-in", Map.of());
        var late = hotel.paid(0, 2, "박나중");
        try (var chromium = Chromium.launch();
                var person = chromium.person("ko", 390, 844)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "desk-walk"), hotel);
            window.sees("초과 예약된 밤").sees("1실 초과").picture("today");
            window.press("체크인").sees("이 유형에는 투숙 기간 내내 비어 있는 객실이 없습니다");
            window.follow("박나중").sees("다음 할 일").picture("stay");
            unfold(window, "다른 호텔로 안내").fill("안내한 호텔", "선비 호텔");
            sure(window.press("다른 호텔로 보내기")).sees("박나중 님을 다른 호텔로 안내했습니다").picture("walked");
            assertThat(hotel.desk()
                            .get("/v1/reservations/" + late)
                            .body()
                            .path("stay")
                            .asText())
                    .isEqualTo("walked");
            assertThat(hotel.desk()
                            .get("/v1/reservations/" + late + "/desk-payments")
                            .body()
                            .path("payments")
                            .findValuesAsText("method"))
                    .containsExactly("cash");
            window.open(base(hotel) + "/rack").sees("김먼저").picture("rack");
            window.open(base(hotel) + "/stays").sees("김먼저").picture("stays");
            window.open(base(hotel) + "/booking?type=1&startDate=" + hotel.day(3) + "&endDate=" + hotel.day(4));
            window.sees("고객 이름").picture("booking");
        }
    }

    @Test
    void othersHaveNothingToDoHere() {
        var hotel = DeskHotel.with(SERVER, 1, 0, 0);
        var other = DeskHotel.with(SERVER, 1, 0, 0).reserve(3, 4, "Elsewhere");
        var organiser = browser("organiser");
        for (var page : new String[] {"/today", "/rack", "/stays", "/booking", "/stays/" + other}) {
            assertThat(organiser.open(base(hotel) + page).status()).as(page).isEqualTo(403);
            assertThat(new Browser(SERVER.internalUrl(), "en")
                            .open(base(hotel) + page)
                            .path())
                    .as(page)
                    .startsWith("/sign-in");
            assertThat(new Browser(SERVER.url(), "en").open(base(hotel) + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(browser("desk").open(base(hotel) + "/stays/" + other).status())
                .as("a stay of another hotel")
                .isEqualTo(404);
        assertThat(browser("desk").open("/staff/hotels/999999999/today").status())
                .isEqualTo(404);
    }

    private static String base(DeskHotel hotel) {
        return "/staff/hotels/" + hotel.hotel().hotelId();
    }

    private static Window unfold(Window window, String summary) {
        window.page()
                .locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
        return window;
    }

    /** Says yes where it is asked whether one is sure. */
    private static Window sure(Window window) {
        window.page().locator("dialog.sure button.danger").click();
        return window;
    }

    private static Window signedIn(Window window, DeskHotel hotel) {
        window.open(base(hotel) + "/today");
        window.page().locator("[name=email]").fill("desk@demo.jari");
        window.page().locator("[name=password]").fill("demo-demo");
        window.page().locator("main form button").first().click();
        window.page().getByRole(AriaRole.NAVIGATION).first().waitFor();
        return window;
    }

    private static Browser browser(String who) {
        var browser = new Browser(SERVER.internalUrl(), "en");
        var form = browser.open("/sign-in").form("/sign-in");
        form.putAll(Map.of("email", who + "@demo.jari", "password", "demo-demo"));
        browser.submit("/sign-in", form);
        return browser;
    }
}
