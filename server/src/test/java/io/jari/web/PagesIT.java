package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.page.Browser;
import io.jari.page.Html;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who look, book, see and cancel with nothing but pages and forms. */
public class PagesIT {
    private static final JariServer SERVER = JariServer.shared();

    @ParameterizedTest
    @CsvSource({"ko, 결제 대기, 취소됨, '200,000원'", "en, Awaiting payment, Canceled, '₩200,000'"})
    void somebodyNewBooksSeesAndCancels(String language, String pending, String canceled, String total) {
        var name = "N" + UUID.randomUUID();
        var hotel = hotel(3);
        hotel.execute("update hotel set name_ko = '%1$s', name_en = '%1$s' where hotel_id = %2$d"
                .formatted(name, hotel.hotelId()));
        var browser = new Browser(SERVER.url(), language);

        var found = browser.open("/?q=" + name + "&" + nights(hotel, 5, 7) + "&guests=2&rooms=1");
        assertThat(found.body()).contains("lang=\"" + language + "\"", total);
        var offered = browser.open(found.link("/hotels/" + hotel.hotelId()));
        var asked = browser.open(offered.link("/order"));
        assertThat(asked.path()).startsWith("/sign-in?next=");

        var order = signUp(browser, browser.open(asked.link("/sign-up")));
        assertThat(order.path()).startsWith("/order?hotel=" + hotel.hotelId());
        var form = order.form("/order");
        form.put("note", "<script>alert(1)</script>");
        var reservation = browser.submit("/order", form);
        assertThat(reservation.path()).isEqualTo("/reservations/" + form.get("reservationID"));
        assertThat(reservation.body()).contains(pending, total, "&lt;script&gt;");
        assertThat(reservation.withoutModule()).doesNotContain("<script");
        assertThat(browser.open("/reservations").link("/reservations/AQ")).isEqualTo(reservation.path());

        var before = browser.open(reservation.link("/cancellation"));
        assertThat(before.status()).isEqualTo(200);
        assertThat(hotel.reserved(5)).isEqualTo(1);
        assertThat(browser.submit(reservation.path() + "/cancellation", Map.of())
                        .body())
                .contains(canceled);
        assertThat(hotel.reserved(5)).isZero();
        assertThat(browser.open(reservation.path() + "/cancellation").path()).isEqualTo(reservation.path());
    }

    @Test
    void pressingTwiceBooksOnce() {
        var hotel = hotel(3);
        var browser = signedUp("en");
        var form = browser.open(order(hotel, 5, 6)).form("/order");
        var first = browser.submit("/order", form);
        var second = browser.submit("/order", form);
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(hotel.reserved(5)).isEqualTo(1);

        form.put("name", "Somebody Else");
        var other = browser.submit("/order", form);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("has been made already");
        assertThat(hotel.reserved(5)).isEqualTo(1);
    }

    @Test
    void theNightsOfSeveralRoomsAddUp() {
        var hotel = hotel(3);
        var browser = signedUp("en");
        var order = browser.open(order(hotel, 5, 7).replace("rooms=1", "rooms=2"));
        assertThat(order.body()).contains("₩100,000 × 2", "₩400,000");
        assertThat(browser.submit("/order", order.form("/order")).body()).contains("₩100,000 × 2", "₩400,000");
    }

    @ParameterizedTest
    @CsvSource({"ko, 방금 예약하셨습니다", "en, You booked this just now"})
    void whoBooksMuchTheSameAgainIsAskedFirst(String language, String words) {
        var hotel = hotel(3);
        var browser = signedUp(language);
        var first = browser.submit("/order", browser.open(order(hotel, 5, 7)).form("/order"));
        var form = browser.open(order(hotel, 6, 8)).form("/order");
        var asked = browser.submit("/order", form);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains(words);
        assertThat(asked.link("/reservations/A")).isEqualTo(first.path());
        assertThat(hotel.reserved(6)).isEqualTo(1);

        var sure = asked.form("/order");
        assertThat(sure)
                .containsEntry("reservationID", form.get("reservationID"))
                .doesNotContainKey("askIfSimilar");
        assertThat(browser.submit("/order", sure).path()).isEqualTo("/reservations/" + form.get("reservationID"));
        assertThat(browser.submit("/order", sure).path())
                .as("pressed twice")
                .isEqualTo("/reservations/" + form.get("reservationID"));
        assertThat(hotel.reserved(6)).isEqualTo(2);
    }

    @Test
    void whoComesSecondReadsThatSomebodyWasFasterAndWhatIsFree() {
        var hotel = hotel(1);
        var slow = signedUp("en");
        var form = slow.open(order(hotel, 5, 6)).form("/order");
        var fast = signedUp("ko");
        assertThat(fast.submit("/order", fast.open(order(hotel, 5, 6)).form("/order"))
                        .path())
                .startsWith("/reservations/");

        var page = slow.submit("/order", form);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("somebody has just taken the last room");
        assertThat(slow.open(page.link("/order?")).status()).isEqualTo(200);
        // Pages read memory, which follows within a second.
        await().until(() -> fast.open("/hotels/" + hotel.hotelId() + "?" + nights(hotel, 5, 6))
                .body()
                .contains("매진되었습니다"));
    }

    @Test
    void aFormWithFlawsComesBackWithWhatWasTyped() {
        var hotel = hotel(3);
        var browser = signedUp("en");
        var form = new HashMap<>(browser.open(order(hotel, 5, 6)).form("/order"));
        form.putAll(Map.of("name", "", "phone", "call me", "partySize", "0", "email", "kim@\"><x"));
        var again = browser.submit("/order", form);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("flaw-name", "flaw-phone", "flaw-party", "flaw-email", "value=\"call me\"");

        form.putAll(again.form("/order"));
        form.putAll(Map.of("name", "Kim", "phone", "", "email", "", "partySize", "9"));
        assertThat(browser.submit("/order", form).body()).contains("sleep 2 guests at most");
    }

    @Test
    void signingInLeadsNowhereElse() {
        var browser = new Browser(SERVER.url(), "en");
        for (var next : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
            var answer =
                    browser.post("/sign-in", credentials(next), SERVER.url().toString());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        var browser = new Browser(SERVER.url(), "en");
        assertThat(browser.post("/sign-in", credentials("/"), "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        var guest = signedUp("en");
        assertThat(guest.post("/sign-out", Map.of(), "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(guest.open("/reservations").path()).isEqualTo("/reservations");
    }

    @Test
    void signingOutAndWrongPasswords() {
        var browser = signedUp("en");
        assertThat(browser.submit("/sign-out", Map.of()).body()).contains("Sign in");
        assertThat(browser.open("/reservations").path()).startsWith("/sign-in");
        var wrong = browser.submit("/sign-in", Map.of("email", "guest@demo.jari", "password", "no", "next", "/"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("wrong", "guest@demo.jari");
    }

    @Test
    void strangersDoNotSeeAReservation() {
        var hotel = hotel(3);
        var owner = signedUp("en");
        var reservation = owner.submit("/order", owner.open(order(hotel, 5, 6)).form("/order"));
        var stranger = signedUp("en");
        assertThat(stranger.open(reservation.path()).status()).isEqualTo(404);
        assertThat(stranger.submit(reservation.path() + "/cancellation", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(hotel.reserved(5)).isEqualTo(1);
    }

    @Test
    void problemsArePagesForBrowsersAndJsonForProgrammes() {
        var browser = new Browser(SERVER.url(), "ko");
        for (var path : new String[] {"/nowhere", "/hotels/999999", "/hotels/x", "/?cursor=x", "/order/x/y"}) {
            var page = browser.open(path);
            assertThat(page.status()).as(path).isBetween(400, 404);
            assertThat(page.body()).as(path).contains("문제가 생겼습니다");
        }
        var json = Api.anonymous(SERVER.url()).get("/v1/hotels/999999");
        assertThat(json.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Api.anonymous(SERVER.url()).get("/hotels/999999").header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void theLanguageChosenStays() {
        var browser = new Browser(SERVER.url(), "fr");
        assertThat(browser.open("/").body()).contains("lang=\"ko\"");
        var english = browser.open(browser.open("/").link("lang=en"));
        assertThat(english.body()).contains("<html lang=\"en\">");
        assertThat(browser.open("/sign-in").body()).contains("<html lang=\"en\">");
    }

    private static TestHotel hotel(int rooms) {
        return hotel(SERVER, rooms);
    }

    public static TestHotel hotel(JariServer server, int rooms) {
        return TestHotel.with(TestData.of(server).dataSource(), rooms);
    }

    public static String nights(TestHotel hotel, int from, int to) {
        return "startDate=" + hotel.today().plusDays(from) + "&endDate="
                + hotel.today().plusDays(to);
    }

    public static String order(TestHotel hotel, int from, int to) {
        return "/order?hotel=" + hotel.hotelId() + "&type=1&rooms=1&guests=2&" + nights(hotel, from, to);
    }

    private static Map<String, String> credentials(String next) {
        return Map.of("email", "guest@demo.jari", "password", "demo-demo", "next", next);
    }

    private static Browser signedUp(String language) {
        return signedUp(SERVER, language);
    }

    public static Browser signedUp(JariServer server, String language) {
        var browser = new Browser(server.url(), language);
        signUp(browser, browser.open("/sign-up"));
        return browser;
    }

    public static Html signUp(Browser browser, Html page) {
        var form = page.form("/sign-up");
        form.putAll(Map.of(
                "name", "Kim & <Minsu>", "email", UUID.randomUUID() + "@example.com", "password", "a long secret"));
        return browser.submit("/sign-up", form);
    }
}
