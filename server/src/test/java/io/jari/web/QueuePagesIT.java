package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Browser;
import io.jari.page.Html;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People before a date's seats, with nothing but pages and forms. */
class QueuePagesIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SOLD_OUT = """
            update queue set sold_out_at = jari_now() where date_id = %1$s;
            update partition_head set version = nextval('partition_version') where id = %1$s and kind = 4
            """;

    private static Instant before() {
        return Instant.now().minus(Duration.ofMinutes(1));
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    @Test
    void fromTheLineToTheSeatsAndOutAgain() {
        var room = TestRoom.on(SERVER, "first-come", before());
        var path = room.date().path();
        var browser = new Browser(SERVER.url(), "en");
        var looked = browser.open(path + "?zone=0");
        assertThat(looked.body())
                .contains("This date has a waiting room", "The hall")
                .doesNotContain("<form method=\"post\" action=\"" + path, "type=\"checkbox\"");
        assertThat(browser.open("/concerts/" + room.date().concertId()).link("/queue"))
                .isEqualTo(room.path());

        assertThat(room.joined(browser).path()).isEqualTo(room.path());
        var asked = room.awaited(browser, "admitted");
        assertThat(asked.body()).contains("Time left to come in", "Please sign in to come in");
        var back = PagesIT.signUp(
                browser, browser.open(browser.open(asked.link("/sign-in")).link("/sign-up")));
        assertThat(back.path()).as("signing in leads back").isEqualTo(room.path());
        assertThat(back.body()).contains("data-by-itself");
        var seats = browser.submit(room.path() + "/entry", back.form(room.path() + "/entry"));
        assertThat(seats.path()).isEqualTo(path);
        assertThat(seats.body()).contains("Your time inside: 1:", "Hold the best seats");

        var hold = browser.submit(path + "/best", one(seats, path));
        assertThat(hold.path()).startsWith("/holds/");
        var second = browser.submit(path + "/best", one(browser.open(path), path));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("You are holding seats already", hold.path());

        var out = browser.submit(room.path() + "/exit", browser.open(path).form(room.path() + "/exit"));
        assertThat(out.body()).contains("You have left", "Join the line");
        assertThat(browser.open(path).body()).contains("This date has a waiting room");
    }

    @ParameterizedTest
    @CsvSource({
        "en, It opens on, Many people want these seats, You are next, Paused for a moment",
        "ko, 에 엽니다 (공연장, 한꺼번에 많은 분이 찾으시는 공연입니다, 바로 다음 차례입니다, 잠시 멈추었습니다"
    })
    void waitingSaysHowItStands(String language, String opens, String about, String ahead, String paused) {
        var room = TestRoom.on(SERVER, "first-come", later());
        var browser = PagesIT.signedUp(SERVER, language);
        assertThat(browser.open(room.path()).body()).contains(opens, about, "data-opening=\"3");
        var joined = room.joined(browser);
        assertThat(joined.body()).contains("data-state=\"not-open\"", ahead, "http-equiv=\"refresh\"");
        assertThat(room.joined(browser).body()).as("the same place again").contains("data-ticket=\"1\"");
        var other = new Browser(SERVER.url(), language);
        assertThat(room.joined(other).body()).contains("data-ahead=\"1\"");

        room.post("pause", Map.of());
        room.post("opening", Map.of());
        assertThat(room.awaited(browser, "paused").body()).contains(paused);
        room.post("resume", Map.of());
        room.awaited(browser, "admitted");
    }

    @ParameterizedTest
    @CsvSource({
        "en, The order is being drawn, What this does not rule out, Your number in the list is 1.",
        "ko, 추첨 중입니다, 이것으로 막지 못하는 것, 내 명단 번호는 1번입니다."
    })
    void aDrawTellsAllThatIsToldOfIt(String language, String drawing, String remains, String leaf) {
        var source = "Lotto 6/45 <1268>";
        var room = TestRoom.on(SERVER, "drawn", later());
        var browser = PagesIT.signedUp(SERVER, language);
        assertThat(browser.open(room.path()).body())
                .contains(remains)
                .containsPattern("<code>[0-9a-f]{64}</code>")
                .doesNotContain("verify-draw");
        room.set("drawn", later(), Map.of("publicSource", source));
        await().until(() -> browser.open(room.path()).body().contains("Lotto 6/45 &lt;1268&gt;"));
        assertThat(browser.open(room.path()).body()).doesNotContain(remains);
        assertThat(room.joined(browser).body()).contains("data-state=\"not-open\"", "data-ahead=\"-1\"");

        room.post("opening", Map.of());
        assertThat(room.awaited(browser, "drawing").body()).contains(drawing);
        await().until(() -> browser.open(room.path()).body().contains(leaf));
        room.post("opening", Map.of("publicValue", "3 11 15 29 35 44"));
        room.awaited(browser, "admitted");
        assertThat(browser.open(room.path()).body())
                .contains("verify-draw --concert " + room.date().concertId() + " --date "
                        + room.date().dateId() + " --url " + SERVER.url() + " --token ")
                .contains(room.api() + "/leaves");
    }

    @ParameterizedTest
    @CsvSource({"en, Sold out, Join the line again", "ko, 지금은 매진입니다, 다시 줄 서기"})
    void whatIsOverIsToldKindly(String language, String soldOut, String again) {
        var room = TestRoom.on(SERVER, "first-come", before());
        var browser = PagesIT.signedUp(SERVER, language);
        room.entered(browser);
        browser.submit(room.path() + "/exit", Map.of());
        var place = room.joined(browser);
        assertThat(place.body()).as("another place").contains("data-ticket=\"2\"");
        room.awaited(browser, "admitted");
        room.execute("""
                update queue_step set closed_at = jari_now(), version = nextval('partition_version') where date_id = %1$s;
                update partition_head set version = nextval('partition_version') where id = %1$s and kind = 4
                """);
        assertThat(room.awaited(browser, "forfeited").body()).contains(again);
        room.execute(SOLD_OUT);
        assertThat(room.awaited(browser, "sold-out").body()).contains(soldOut);
        await().atMost(PATIENCE).until(() -> {
            room.execute(SOLD_OUT); // there are seats, so that the line goes on again and again
            var outside = new Browser(SERVER.url(), language).open(room.path()).body();
            return outside.contains(soldOut) && !outside.contains("action=\"" + room.path() + "\"");
        });
    }

    @Test
    void aDemosOnSaleIsRunFromItsOwnWaitingRoom() {
        var browser = new Browser(SERVER.url(), "en");
        var own = browser.open("/concerts/1/dates/3/queue");
        assertThat(own.body())
                .containsPattern("Open the sale now|Play it again")
                .contains("action=\"/demo/on-sale")
                .doesNotContain("Go there");
        var other = TestRoom.on(SERVER, "first-come", later());
        assertThat(browser.open(other.path()).body()).doesNotContain("/demo/on-sale");
    }

    /** Whose pass is on another device, or is not ours any more, is inside all the same. */
    @Test
    void whoIsInsideComesBackInWithoutAGoodPass() {
        var room = TestRoom.on(SERVER, "first-come", before());
        var path = room.date().path();
        var account = credentials();
        var first = signedIn(account);
        assertThat(room.entered(first).body()).contains("Your time inside");
        room.execute("""
                update queue_step set closed_at = jari_now(), version = nextval('partition_version') where date_id = %1$s;
                update partition_head set version = nextval('partition_version') where id = %1$s and kind = 4
                """);
        var second = signedIn(account);
        room.joined(second);
        var gone = room.awaited(second, "forfeited");
        assertThat(gone.body()).contains("If you are inside already");
        assertThat(second.submit(room.path() + "/entry", gone.form(room.path() + "/entry"))
                        .body())
                .contains("Your time inside");
        var third = signedIn(account);
        assertThat(third.open(path).body()).contains("This date has a waiting room");
        room.joined(third);
        assertThat(third.open(path).body()).as("by its place alone").contains("Your time inside");
        first.submit(room.path() + "/exit", Map.of());
        var refused = second.submit(room.path() + "/entry", Map.of());
        assertThat(refused.path()).startsWith(room.path() + "?said=");
        assertThat(refused.body()).contains("Your time inside is over", "Join the line again");
    }

    private static Map<String, String> credentials() {
        var email = UUID.randomUUID() + "@example.com";
        var made = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", email, "password", "a long secret", "name", "Kim"));
        assertThat(made.status()).isEqualTo(201);
        return Map.of("email", email, "password", "a long secret", "next", "/");
    }

    private static Browser signedIn(Map<String, String> account) {
        var browser = new Browser(SERVER.url(), "en");
        browser.submit("/sign-in", account);
        return browser;
    }

    @ParameterizedTest
    @CsvSource({
        "en, There is no waiting room just now, We do not know this place",
        "ko, 지금은 대기실이 없습니다, 이 순서를 더는 확인할 수 없습니다"
    })
    void offAndNonsenseLeadOn(String language, String off, String unknown) {
        var date = TestPerformance.on(SERVER);
        var browser = new Browser(SERVER.url(), language);
        var path = date.path() + "/queue";
        assertThat(browser.open(path).body()).contains(off);
        assertThat(browser.submit(path, Map.of()).path()).isEqualTo(date.path());
        assertThat(browser.open(path + "?said=queue-token-invalid").body()).contains(unknown);
        assertThat(browser.open(path + "?said=%3Cscript%3E").status()).isEqualTo(200);
        assertThat(browser.open("/concerts/" + date.concertId() + "/dates/x/queue")
                        .status())
                .isEqualTo(404);
        assertThat(browser.post(path, Map.of(), "http://evil.example").statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> one(Html page, String path) {
        var form = new HashMap<>(page.form(path + "/best"));
        form.put("seats", "1");
        form.put("category", "");
        return form;
    }
}
