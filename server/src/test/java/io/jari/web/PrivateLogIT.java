package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.Links.Purpose;
import io.jari.account.TestLinks;
import io.jari.page.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people are called, and what they keep secret, stands in no line of the log. */
class PrivateLogIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
    private static final String NAME = "Zyxwvut " + MARK;
    private static final String EMAIL = "qarmeth." + MARK + "@example.com";
    private static final String PHONE = "+82 10-9753-1864";
    private static final String PASSWORD = "vantablack " + MARK;
    private static final String OTHER = "ultramarine " + MARK;
    private static final String NOTE = "Anaphylaxis " + MARK;

    @Test
    void peopleAndSecretsStayOutOfIt() {
        var secrets = new ArrayList<>(List.of(NAME, EMAIL, PHONE, PASSWORD, OTHER, NOTE, MARK));
        var browser = new Browser(SERVER.url(), "en");
        var form = browser.open("/sign-up").form("/sign-up");
        form.putAll(Map.of("name", NAME, "email", EMAIL, "phone", PHONE, "password", PASSWORD));
        browser.submit("/sign-up", form);
        var hotel = PagesIT.hotel(SERVER, 3);
        var order = browser.open(PagesIT.order(hotel, 5, 6)).form("/order");
        order.putAll(Map.of("name", NAME, "phone", PHONE, "email", EMAIL, "note", NOTE));
        assertThat(browser.submit("/order", order).path()).startsWith("/reservations/");

        var api = Api.signedIn(SERVER.url(), EMAIL, PASSWORD);
        secrets.add(String.valueOf(api.token()));
        var anonymous = Api.anonymous(SERVER.url());
        anonymous.post("/v1/sessions", Map.of("email", EMAIL, "password", OTHER));
        anonymous.post("/v1/sessions", Map.of("email", EMAIL, "password", OTHER, NAME, PASSWORD));
        anonymous.send(
                "POST", "/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s".formatted(EMAIL, PASSWORD), Map.of());
        anonymous.send("POST", "/v1/accounts", "[\"%s\",\"%s\"]".formatted(EMAIL, PASSWORD), Map.of());
        anonymous.post("/v1/accounts", Map.of("email", EMAIL, "password", PASSWORD, "name", NAME));
        anonymous.post("/v1/password-resets", Map.of("email", EMAIL));
        anonymous.get("/v1/account?email=" + EMAIL + "&token=" + api.token());
        var token = TestLinks.issue(
                SERVER, api.get("/v1/account").body().path("accountID").asLong(), Purpose.RESET);
        secrets.add(token);
        browser.open("/reset?token=" + token);
        browser.submit("/reset", Map.of("password", OTHER));
        anonymous.put("/v1/password-resets", Map.of("token", token, "password", OTHER), Map.of());
        api.put("/v1/account/password", Map.of("currentPassword", PASSWORD, "newPassword", OTHER), Map.of());

        assertThat(leaks(SERVER.log(), secrets)).isEmpty();
        assertThat(leaks(SERVER.log() + "\nINFO sign-in of " + EMAIL, secrets))
                .as("the twin, a line that tells")
                .contains(EMAIL);
    }

    /** Which of these a log has. */
    private static List<String> leaks(String log, List<String> secrets) {
        assertThat(log).as("a log at all").contains("Jari is ready");
        return secrets.stream().filter(log::contains).toList();
    }
}
