package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.page.Browser;
import io.jari.page.Html;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** What people who pay do on pages, those of a provider among them. */
public final class TestPayments {
    static final Map<String, String> CARD = Map.of("method", "card");

    private TestPayments() {}

    /** A night of 100,000 won. */
    public static Html reserved(Browser browser, TestHotel hotel) {
        return browser.submit("/order", browser.open(PagesIT.order(hotel, 5, 6)).form("/order"));
    }

    public static String pay(Html reservation) {
        return reservation.path().replaceFirst("^/reservations", "/payments");
    }

    /** The address of the hosted page. */
    public static String started(Browser browser, Html reservation) {
        return redirect(browser, pay(reservation), CARD);
    }

    public static String redirect(Browser browser, String path, Map<String, String> form) {
        return location(browser.post(path, form, JariServer.shared().url().toString()));
    }

    /** What the guest does on the hosted page; the address that it leads back to. */
    public static String atProvider(Browser browser, String hosted, Map<String, String> form) {
        var page = URI.create(hosted);
        return location(browser.post(hosted, form, page.resolve("/").toString()));
    }

    public static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    public static Map<String, String> card(String number) {
        return Map.of("number", number, "expiry", "12/40", "cvc", "123", "holder", "KIM MINSU");
    }
}
