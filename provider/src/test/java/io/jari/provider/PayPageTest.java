package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayPageTest {
    private static final String BACK = "http://shop.example/back?table=7&checkout=%s&reference=R%%201&result=%s";

    @TempDir
    Path data;

    private Running running;
    private Caller alpha;

    @BeforeEach
    void start() throws IOException {
        running = new Running(data);
        alpha = running.alpha();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    @Test
    void thePageSaysWhatIsPaidAndThatItIsATest() {
        var page = alpha.page(alpha.open("R 1"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body())
                .contains("<html lang=\"en\">", "Two nights", "₩120,000", "15 min 0 s left", "test provider")
                .contains("4000 0000 0000 9995", "autocomplete=\"cc-number\"", "autocomplete=\"cc-csc\"")
                .doesNotContain("<script", "http://", "https://");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(alpha.page("style.css").header("Content-Type")).startsWith("text/css");
    }

    @Test
    void itSpeaksKoreanWhenAsked() {
        var id = alpha.open("R 1");
        assertThat(alpha.page(id + "?language=ko").response().body())
                .contains("<html lang=\"ko\">", "120,000원 결제하기", "남은 시간 15분 0초", "?language=en");
    }

    @ParameterizedTest
    @CsvSource({
        "4242 4242 4242 4242, paid, captured",
        "4242-4242-4242-4242, paid, captured",
        "４２４２ ４２４２ ４２４２ ４２４２, paid, captured",
        "5555 5555 5555 4444, paid, captured",
        "4000 0000 0000 0002, declined, failed",
        "4000 0000 0000 9995, declined, failed",
    })
    void aCardDecidesHowItEnds(String number, String result, String status) {
        var id = alpha.open("R 1");
        var said = alpha.pay(id, number);
        assertThat(said.status()).isEqualTo(303);
        assertThat(said.header("Location")).isEqualTo(BACK.formatted(id, result));
        assertThat(alpha.statusOf(id)).isEqualTo(status);
    }

    @Test
    void aShopThatConfirmsGetsTheGuestBackAuthorized() {
        var id = running.beta().open("R 1");
        assertThat(running.beta().pay(id).header("Location")).isEqualTo(BACK.formatted(id, "authorized"));
    }

    @Test
    void aGuestGivesUp() {
        var id = alpha.open("R 1");
        var said = alpha.form(id, Map.of("action", "give-up"));
        assertThat(said.header("Location")).isEqualTo(BACK.formatted(id, "given-up"));
        assertThat(alpha.get("/v1/checkouts/" + id).text("reason")).isEqualTo("given_up");
    }

    @ParameterizedTest
    @CsvSource({
        "number, 4242 4242 4242 4241",
        "number, 42",
        "number, ''",
        "number, 4242424242424242abc",
        "expiry, 02/26",
        "expiry, 13/30",
        "expiry, soon",
        "expiry, ''",
        "cvc, 12",
        "cvc, 12345",
        "cvc, abc",
        "holder, '  '",
    })
    void aTypoStaysOnThePageAndIsSaidAtItsField(String field, String typo) {
        var typed = new HashMap<>(
                Map.of("number", "4242 4242 4242 4242", "expiry", "3 / 2026", "cvc", "987", "holder", "Kim Min"));
        typed.put(field, typo);
        var id = alpha.open("R 1");
        var page = alpha.form(id, typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.response().body())
                .containsOnlyOnce("class=\"flaw\"")
                .contains("aria-describedby=\"" + field + "-flaw\"", "id=\"" + field + "-flaw\"")
                .doesNotContain("987");
        if (!field.equals("holder")) {
            assertThat(page.response().body()).contains("value=\"Kim Min\"");
        }
        assertThat(alpha.statusOf(id)).isEqualTo("open");

        typed.putAll(Map.of("number", "4242 4242 4242 4242", "expiry", "3 / 2026", "cvc", "987", "holder", "Kim Min"));
        assertThat(alpha.form(id, typed).status()).isEqualTo(303);
    }

    @Test
    void manyClicksCaptureOnce() throws Exception {
        var id = alpha.open("R 1");
        var said = Together.all(() -> alpha.pay(id));
        assertThat(said).allSatisfy(one -> assertThat(one.header("Location")).isEqualTo(BACK.formatted(id, "paid")));
        assertThat(alpha.log()).hasSize(1);
    }

    @Test
    void whatIsPaidCanNeitherFailNorBeGivenUp() {
        var id = alpha.paid("R 1");
        assertThat(alpha.pay(id, "4000000000000002").header("Location")).endsWith("result=paid");
        assertThat(alpha.form(id, Map.of("action", "give-up")).header("Location"))
                .endsWith("result=paid");
        assertThat(alpha.page(id).response().body())
                .contains("This is paid", "table=7&amp;checkout=" + id)
                .doesNotContain("<form");
    }

    @Test
    void whatIsOverSaysSo() {
        var closed = alpha.open("R 1");
        var expired = alpha.open("R 2");
        alpha.delete("/v1/checkouts/" + closed);
        running.clock.forward(Duration.ofMinutes(15));

        assertThat(alpha.page(closed).response().body()).contains("The shop closed this payment", "result=closed");
        assertThat(alpha.pay(closed).status()).isEqualTo(409);
        assertThat(alpha.page(expired).response().body()).contains("The time to pay is over");
        assertThat(alpha.pay(expired).header("Location")).endsWith("result=expired");
        assertThat(alpha.log()).isEmpty();
    }

    @Test
    void hostileWordsAreOnlyWords() {
        var order = Caller.order("<b>&'", Caller.NOWHERE)
                .replace("Two nights", "<script>alert('1')</script>%s{x}")
                .replace("table=7", "a=%22%3E%3Cscript%3E&b='");
        var id = alpha.post("/v1/checkouts", order).text("id");
        var page = alpha.form(id, Map.of("number", "\"><script>", "expiry", "'<", "holder", "</title><img src=x>"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.response().body())
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;%s{x}", "value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script", "<img");
        alpha.delete("/v1/checkouts/" + id);
        assertThat(alpha.page(id).response().body())
                .contains("b=&#39;&amp;checkout=", "reference=%3Cb%3E%26%27")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void noCardNumberIsKept() throws IOException {
        alpha.pay(alpha.open("R 1"), "5555 5555 5555 4444");
        assertThat(Files.readString(data.resolve("log.jsonl")))
                .contains("\"last4\":\"4444\"")
                .doesNotContain("5555");
    }

    @Test
    void aFormMadeUpByNoBrowserIsRefused() {
        var id = alpha.open("R 1");
        assertThat(alpha.form(id, Map.of()).status()).isEqualTo(422);
        for (var body : new String[] {"number=%zz", "number=1&number=2", "a=1&".repeat(99)}) {
            var request = alpha.request("/pay/" + id).POST(BodyPublishers.ofString(body));
            assertThat(alpha.send(request).status()).as(body).isEqualTo(400);
        }
    }
}
