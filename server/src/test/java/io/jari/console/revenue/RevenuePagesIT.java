package io.jari.console.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestStay;
import io.jari.db.TestData;
import io.jari.page.Browser;
import io.jari.page.Chromium;
import io.jari.page.Window;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nights, prices, figures and the hotel itself, clicked in a real browser. Pictures are in target/pictures. */
class RevenuePagesIT {
    private static final JariServer SERVER = JariServer.shared();

    @Test
    void pricesAreLookedAtChangedAndUndoneOnADesktopInEnglish() {
        var stay = hotel(20);
        var hotel = "/staff/hotels/" + stay.hotelId();
        var api = "/v1/hotels/" + stay.hotelId();
        var today = stay.start().minusDays(5);
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "revenue-en"), "E-mail", "Password");
            window.open(hotel + "/inventory")
                    .sees("Type 1")
                    .sees("0/22")
                    .sees("₩100,000")
                    .picture("inventory");

            window.fill("Percent or rate", "lots").press("See what changes").sees("Write a percent from -90 to 900");
            window.fill("Percent or rate", "10").press("See what changes");
            window.sees("7 nights change.").sees("₩110,000").picture("preview");
            assertThat(price(api, today)).as("only looked at").isEqualTo(100_000);
            window.press("Make this change").sees("Changed. It can be undone").sees("+10 % · all room types");
            assertThat(price(api, today)).isEqualTo(110_000);
            reserve(stay);
            window.open(hotel + "/inventory").sees("1/22").follow("#1");
            window.sees("base rate").sees("Awaits payment").sees("₩110,000").picture("change");

            window.press("Undo").press("Yes").sees("Undone.").sees("undone by #2");
            assertThat(price(api, today)).isEqualTo(100_000);
            window.open(hotel + "/inventory").sees("Change #1 undone");

            select(window, "What to do", "rate")
                    .fill("Percent or rate", "200,000")
                    .press("See what changes");
            window.sees("Some price moves further").press("Make this change").sees("Changed.");
            assertThat(price(api, today)).as("confirmed").isEqualTo(200_000);
            select(window, "What to do", "stop").press("See what changes").sees("sale stopped");
            window.press("Make this change").sees("Changed.").sees("Not for sale");

            window.fill("Overbooking of Type 1", "20")
                    .press("Set")
                    .sees("Set. The targets")
                    .sees("at 120 %, 24 rooms");
            assertThat(admin().get(api + "/room-types/1/settings")
                            .body()
                            .path("overbookingPercent")
                            .asInt())
                    .isEqualTo(20);
            window.picture("overbooking");

            rules(window, hotel, api);
            window.open(hotel + "/figures")
                    .sees("Occupancy by night")
                    .sees("RevPAR")
                    .picture("figures");
            window.page().getByText("As a table").click();
            window.sees("₩110,000");
        }
    }

    /** Rules are tried before they are saved, and a far move is confirmed by having seen it. */
    private static void rules(Window window, String hotel, String api) {
        window.open(hotel + "/prices").sees("Price and occupancy").picture("prices");
        window.fill("From % sold", "50").page().locator("[name=op]").first().fill("40");
        window.page().locator("form.rules button").click();
        window.sees("0 nights change.").sees("With the new rules").picture("rules-tried");
        assertThat(window.page().locator("svg path.s1").count())
                .as("the curve beside the present one")
                .isEqualTo(1);
        window.press("Save").sees("Changed.");
        var saved = admin().get(api + "/pricing-rules").body();
        assertThat(saved.at("/occupancy/0/from").asInt()).isEqualTo(50);
        assertThat(saved.at("/occupancy/0/factor").asDouble()).isEqualTo(1.4);

        window.fill("Lowest price", "150000")
                .page()
                .locator("form:has([name=base]) button")
                .click();
        window.sees("The base rate must lie between");
        window.fill("Lowest price", "90000").fill("Base rate", "150000");
        window.page().locator("form:has([name=base]) button").first().click();
        window.sees("Some price moves further").press("Save").sees("Changed.");
        assertThat(admin().get(api + "/room-types/1/rate-card")
                        .body()
                        .path("base")
                        .asLong())
                .isEqualTo(150_000);
    }

    @Test
    void theHotelItselfIsWrittenOnAPhoneInKorean() {
        var stay = hotel(3);
        var hotel = "/staff/hotels/" + stay.hotelId();
        var api = "/v1/hotels/" + stay.hotelId();
        try (var chromium = Chromium.launch();
                var person = chromium.person("ko", 390, 844)) {
            var window = signedIn(new Window(person, SERVER.internalUrl(), "revenue-ko"), "이메일", "비밀번호");
            window.open(hotel + "/inventory").sees("유형 1").picture("inventory");
            window.open(hotel + "/prices").sees("판매율에 따른 요금").picture("prices");
            window.open(hotel + "/figures").sees("날짜별 객실 점유율").picture("figures");

            window.open(hotel + "/house").fill("이름(한국어)", "바다 호텔").picture("house");
            window.press("저장").sees("저장했습니다.").sees("바다 호텔");
            assertThat(admin().get(api).body().at("/name/ko").asText()).isEqualTo("바다 호텔");
            window.fill("호텔 전체 한도(%)", "7");
            window.anew(() ->
                    window.page().locator("#settings ~ form button").first().click());
            assertThat(admin().get(api + "/settings")
                            .body()
                            .path("houseLimitPercent")
                            .asInt())
                    .isEqualTo(7);

            window.open(hotel + "/house/room-types").picture("room-types");
            window.fill("이름(한국어)", "디럭스").fill("이름(영어)", "Deluxe").fill("코드", "DLX");
            window.fill("최저 요금", "80,000").fill("기본 요금", "90,000").fill("최고 요금", "70,000");
            window.press("추가").sees("must be min");
            window.fill("최고 요금", "120,000").press("추가").sees("객실 타입을 만들었습니다").sees("디럭스");
            assertThat(admin().get(api + "/room-types/2/rate-card")
                            .body()
                            .path("max")
                            .asLong())
                    .isEqualTo(120_000);
            window.follow("디럭스").fill("초과 예약률(%)", "25").picture("room-type");
            window.page().locator("#settings ~ form button").first().click();
            window.sees("저장했습니다.");
            assertThat(admin().get(api + "/room-types/2/settings")
                            .body()
                            .path("overbookingPercent")
                            .asInt())
                    .isEqualTo(25);

            rooms(window, hotel, api);
            window.open(hotel + "/house/room-types/2")
                    .press("객실 타입 삭제")
                    .press("예")
                    .sees("삭제했습니다");
            assertThat(admin().get(api + "/room-types/2").status()).isEqualTo(404);
            aHotelComesAndGoes(window);
        }
    }

    private static void aHotelComesAndGoes(Window window) {
        window.open("/staff").follow("새 호텔").picture("new-hotel");
        window.fill("이름(한국어)", "섬 호텔").fill("이름(영어)", "Island Hotel");
        window.fill("도시(한국어)", "제주").fill("도시(영어)", "Jeju");
        window.fill("주소(한국어)", "섬길 1").fill("주소(영어)", "1 Island-gil").fill("통화", "XYZ");
        window.press("호텔 만들기").sees("ISO 4217");
        window.fill("통화", "KRW").press("호텔 만들기").sees("호텔을 만들었습니다");
        var home = window.path().replace("/house/room-types", "");
        var api = home.replace("/staff", "/v1");
        assertThat(admin().get(api).body().at("/name/en").asText()).isEqualTo("Island Hotel");
        window.open(home + "/house").press("호텔 삭제").press("예").sees("삭제했습니다");
        assertThat(window.path()).isEqualTo("/staff");
        assertThat(admin().get(api).status()).isEqualTo(404);
    }

    private static void rooms(Window window, String hotel, String api) {
        window.open(hotel + "/house/rooms").picture("rooms");
        window.fill("호수", "1207").fill("층", "12");
        select(window, "객실 타입", "2").press("추가").sees("객실을 추가했습니다").follow("1207");
        window.picture("room").page().locator("[name=floor]").fill("13");
        window.press("저장").sees("저장했습니다.");
        var room = window.path().replaceAll(".*/", "");
        assertThat(admin().get(api + "/rooms/" + room).body().path("floor").asInt())
                .isEqualTo(13);
        window.press("객실 삭제").press("예").sees("객실을 삭제했습니다.");
        assertThat(window.path()).isEqualTo(hotel + "/house/rooms");
        assertThat(admin().get(api + "/rooms/" + room).status()).isEqualTo(404);
    }

    @Test
    void othersHaveNothingToDoHere() {
        var hotel = "/staff/hotels/" + TestStay.with(SERVER, 1).hotelId();
        for (var page : new String[] {"/inventory", "/prices", "/figures", "/house"}) {
            assertThat(new Browser(SERVER.url(), "en").open(hotel + page).status())
                    .isEqualTo(404);
            var stranger = new Browser(SERVER.internalUrl(), "en");
            var form = stranger.open("/sign-in").form("/sign-in");
            form.putAll(Map.of("email", "organiser@demo.jari", "password", "demo-demo"));
            stranger.submit("/sign-in", form);
            assertThat(stranger.open(hotel + page).status()).as(page).isEqualTo(403);
        }
    }

    /** Its limits are counted anew here, for so many nights as it has. */
    private static TestStay hotel(int rooms) {
        var stay = TestStay.with(SERVER, rooms);
        TestData.execute(
                SERVER,
                "update hotel set inventory_until = date '%s' where hotel_id = %d"
                        .formatted(stay.start().plusDays(55), stay.hotelId()));
        return stay;
    }

    private static Window signedIn(Window window, String email, String password) {
        window.open("/sign-in?next=/staff").fill(email, "admin@demo.jari").fill(password, "demo-demo");
        window.page().locator("form[action='/sign-in'] button").click();
        window.page().waitForURL("**/staff");
        return window;
    }

    private static Window select(Window window, String label, String value) {
        window.page()
                .getByRole(AriaRole.COMBOBOX, new com.microsoft.playwright.Page.GetByRoleOptions().setName(label))
                .first()
                .selectOption(value);
        return window;
    }

    private static Api admin() {
        return Api.demo(SERVER.internalUrl(), "admin");
    }

    private static void reserve(TestStay stay) {
        var guest = Api.demo(SERVER.url(), "guest");
        var made = guest.post("/v1/reservations", stay.request(stay.order(guest)));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    }

    /** Of the first room type. */
    private static long price(String api, LocalDate night) {
        return admin().get(api + "/inventory?startDate=" + night + "&endDate=" + night.plusDays(1))
                .body()
                .at("/nights/0/price")
                .asLong();
    }
}
