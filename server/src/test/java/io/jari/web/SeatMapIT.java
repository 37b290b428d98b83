package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Chromium;
import io.jari.page.Window;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of a hall, by hand and by keyboard, and seats that others are quicker to take. */
class SeatMapIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";
    private static final int SEAT = 5;

    /** Where a seat is drawn, once the map is so near that it can be chosen. */
    private static final String PLACE = """
            async (seat) => {
              const map = await import(document.querySelector('script[src*=seat-map]').src);
              const { hall, view, canvas, zoom } = map;
              zoom(1000);
              view.x = hall.x[seat] - canvas.clientWidth / 2 / view.scale;
              view.y = hall.y[seat] - canvas.clientHeight / 2 / view.scale;
              map.draw();
              return [canvas.clientWidth / 2, canvas.clientHeight / 2];
            }
            """;

    /** Whoever presses first gets the seat; the other sees it go, before pressing, and takes the nearest instead. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoPeopleAfterOneSeat(boolean firstWins) {
        var date = TestPerformance.on(SERVER);
        try (var chromium = Chromium.launch();
                var one = chromium.person("en", 1280, 900);
                var other = chromium.person("ko", 390, 844)) {
            var first = new Window(one, SERVER.url(), "map-first");
            var second = new Window(other, SERVER.url(), "map-second");
            signIn(first, "E-mail", "Password", "Sign in");
            signIn(second, "이메일", "비밀번호", "로그인");
            for (var window : List.of(first, second)) {
                choose(window.open(date.path()));
            }
            var winner = firstWins ? first : second;
            var loser = firstWins ? second : first;
            winner.page().click("#chosen button[type=submit]");
            winner.page().waitForURL("**/holds/*");
            loser.page().waitForSelector("[data-gone]:not([hidden])");
            assertThat(loser.page().innerText("[data-gone]"))
                    .contains(firstWins ? "방금 다른 분이" : "Somebody has just taken");
            assertThat(loser.page().locator("#chosen [name=seat]").count()).isZero();
            loser.picture("gone");
            loser.page().click("[data-gone] button");
            assertThat(loser.page().locator("#chosen [name=seat]").inputValue()).isNotEqualTo(Integer.toString(SEAT));
            loser.page().click("#chosen button[type=submit]");
            loser.page().waitForURL("**/holds/*");
        }
    }

    /** To the map, to a seat, to the button and on to paying, without a pointer; each step is said. */
    @Test
    void byKeyboardAlone() {
        var date = TestPerformance.on(SERVER);
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = new Window(person, SERVER.url(), "map-keys");
            signIn(window, "E-mail", "Password", "Sign in");
            window.open(date.path());
            window.page().waitForSelector("[data-map]:not([aria-busy])");
            window.tabTo(AriaRole.APPLICATION, "Map of the hall");
            var begun = said(window);
            assertThat(begun).contains("row", "seat", "free");
            window.key("ArrowRight");
            assertThat(said(window)).isNotEqualTo(begun).contains("free");
            window.key("Enter");
            assertThat(said(window)).contains("chosen");
            window.picture("chosen").tabTo(AriaRole.BUTTON, "Hold these seats").key("Enter");
            window.page().waitForURL("**/holds/*");
            window.sees("Your seats are set aside").tabTo(AriaRole.BUTTON, "Pay by card");
        }
    }

    private static void signIn(Window window, String email, String password, String button) {
        window.open("/sign-in").fill(email, account()).fill(password, PASSWORD).press(button);
        window.page().waitForURL(SERVER.url() + "/");
    }

    private static String account() {
        var address = UUID.randomUUID() + "@example.com";
        var made = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", address, "password", PASSWORD, "name", "Kim Minsu"));
        assertThat(made.status()).isEqualTo(201);
        return address;
    }

    private static void choose(Window window) {
        window.page().waitForSelector("[data-map]:not([aria-busy])");
        var place = (List<?>) window.page().evaluate(PLACE, SEAT);
        window.page()
                .locator("[data-map] canvas")
                .click(new Locator.ClickOptions()
                        .setPosition(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue()));
        await().untilAsserted(() -> assertThat(
                        window.page().locator("#chosen [name=seat]").inputValue())
                .isEqualTo(Integer.toString(SEAT)));
    }

    private static String said(Window window) {
        return window.page().textContent("[data-said]");
    }
}
