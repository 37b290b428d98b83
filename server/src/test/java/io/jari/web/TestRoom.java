package io.jari.web;

import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.page.Browser;
import io.jari.page.Html;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A date on sale behind a waiting room, which staff run over HTTP. */
public record TestRoom(TestPerformance date, Api admin) {
    private static final int SEATS = 100;
    /** So small a hall has no other categories. */
    private static final Map<String, Integer> PRICES = Map.of("VIP", 198_000, "R", 165_000, "S", 132_000);

    /** Its settings are still to be made. */
    public static TestRoom without(JariServer server) {
        return new TestRoom(TestPerformance.on(server, SEATS, PRICES), Api.demo(server.internalUrl(), "admin"));
    }

    public static TestRoom on(JariServer server, String mode, Instant opensAt) {
        return on(server, mode, opensAt, Map.of());
    }

    public static TestRoom on(JariServer server, String mode, Instant opensAt, Map<String, Object> besides) {
        var room = without(server);
        room.set(mode, opensAt, besides);
        return room;
    }

    public void set(String mode, Instant opensAt, Map<String, Object> besides) {
        var settings = new HashMap<String, Object>(Map.of(
                "mode", mode,
                "opensAt", opensAt.toString(),
                "mostInside", 100,
                "admissionsPerSecond", 100,
                "passSeconds", 90,
                "entrySeconds", 60));
        settings.putAll(besides);
        var before = admin.get(api());
        var made = admin.put(
                api(), settings, before.status() == 200 ? Map.of("If-Match", before.header("ETag")) : Map.of());
        if (made.status() != 200) {
            throw new AssertionError(made.body().toString());
        }
    }

    /** What staff do: pause, resume, opening. */
    public void post(String what, Object body) {
        var done = admin.post(api() + "/" + what, body);
        if (done.status() != 200) {
            throw new AssertionError(done.body().toString());
        }
    }

    public String api() {
        return "/v1" + date.path() + "/queue";
    }

    public String path() {
        return date.path() + "/queue";
    }

    public String staffPath() {
        return "/staff" + date.path() + "/queue";
    }

    /** Joins, and stays on the page. */
    public Html joined(Browser browser) {
        return browser.submit(path(), browser.open(path()).form(path()));
    }

    /** The page once its place stands so. */
    public Html awaited(Browser browser, String state) {
        await().until(() -> browser.open(path()).body().contains("data-state=\"" + state + "\""));
        return browser.open(path());
    }

    /** From the line to the seats. */
    public Html entered(Browser browser) {
        joined(browser);
        return browser.submit(path() + "/entry", awaited(browser, "admitted").form(path() + "/entry"));
    }

    public void execute(String sql) {
        TestData.execute(date.server(), sql.formatted(date.dateId()));
    }
}
