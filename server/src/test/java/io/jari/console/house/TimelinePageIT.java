package io.jari.console.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import io.jari.page.Browser;
import io.jari.web.PagesIT;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Was I charged twice?", asked at the desk with nothing but a page. */
class TimelinePageIT {
    private static final JariServer SERVER = JariServer.shared();

    @ParameterizedTest
    @CsvSource({
        "en, Attempt begun 1 ₩100_000, Payment page opened 1, Times are those of Asia/Seoul.",
        "ko, 결제 시도 시작 1 100_000원, 결제 화면 열림 1, Asia/Seoul 시각입니다."
    })
    void whatHappenedIsToldInWords(String language, String begun, String opened, String zone) {
        var guest = PagesIT.signedUp(SERVER, language);
        var order = PagesIT.order(PagesIT.hotel(SERVER, 3), 5, 6);
        var reservation = guest.submit("/order", guest.open(order).form("/order"));
        var id = reservation.path().substring("/reservations/".length());
        guest.post("/payments/" + id, Map.of("method", "card"), SERVER.url().toString());

        var page = desk(language).open("/payment-timelines?of=" + id);
        assertThat(page.body())
                .contains(begun.replace('_', ','), opened, zone)
                .doesNotContain("payment.begun", "payment.opened");
    }

    @Test
    void aPaymentThatIsNotForTheDeskIsToldSoWhereItWasAskedFor() {
        var guest = PagesIT.signedUp(SERVER, "en");
        var form = guest.open("/wallet").form("/wallet/charges");
        form.put("amount", "5000");
        guest.post("/wallet/charges", form, SERVER.url().toString());
        var charge = guest.open("/payments").link("/payments/A").substring("/payments/".length());

        var page = desk("en").open("/payment-timelines?of=" + charge);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("may not look into that payment", "value=\"" + charge + "\"")
                .doesNotContain("5,000");
    }

    private static Browser desk(String language) {
        var browser = new Browser(SERVER.internalUrl(), language);
        var form = browser.open("/sign-in").form("/sign-in");
        form.putAll(Map.of("email", "desk@demo.jari", "password", "demo-demo"));
        browser.submit("/sign-in", form);
        return browser;
    }
}
