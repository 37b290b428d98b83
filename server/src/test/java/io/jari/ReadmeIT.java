package io.jari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README has people type against a demo, typed. */
class ReadmeIT {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final int DAYS_AHEAD = 100;
    private static final List<String> NAMES = List.of(
            "API", "STAFF", "TOKEN", "ID", "QUOTE", "ORG", "DATE", "HOLD", "TICKET", "PLACE", "PASS", "DESK", "ADMIN",
            "KEY");

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Seoul"));

    @TempDir
    private Path folder;

    @Test
    void everyCommandDoesWhatIsSaid() throws Exception {
        try (var server = JariServer.start(Map.of())) {
            for (var said : paragraphs()) {
                var typed = said.replace("http://127.0.0.1:8080", server.url().toString())
                        .replace("http://127.0.0.1:9090", server.internalUrl().toString());
                if (said.startsWith("# Once it says")) {
                    await().until(() -> type("curl $API/v1/queue/status -H \"Queue-Token: $PLACE\"")
                            .contains("\"admitted\""));
                    type(typed);
                } else if (said.startsWith("# For one who stands before you")) {
                    for (var again : paragraphs()) {
                        if (again.startsWith("# An order") || again.startsWith("# Reserve.")) {
                            type(tonight(again));
                        }
                    }
                    assertThat(type(typed)).contains("\"checked_in\"");
                } else {
                    var answered = type(later(typed));
                    if (said.contains("wallet/charges")) {
                        pay(server, answered);
                    }
                }
            }
            assertThat(type("curl \"$API/v1/bookings\" -H \"Authorization: Bearer $TOKEN\""))
                    .contains("\"canceled\"", "\"paid\"", "\"sold\"", "\"held\"");
            assertThat(folder.resolve("ticket.svg")).content().startsWith("<svg");
            assertThat(folder.resolve("journal.csv")).content().contains("reservation.created");
        }
    }

    /** What somebody does at the provider's page. */
    private static void pay(JariServer server, String answered) {
        var charge = Pattern.compile("\"paymentID\":\"([^\"]+)\"").matcher(answered);
        assertThat(charge.find()).as(answered).isTrue();
        var guest = new TestGuest(Api.demo(server.url(), "guest"), "guest@demo.jari");
        TestGuest.ok(
                303,
                TestProvider.pay(TestGuest.page(guest.await(
                        charge.group(1), payment -> payment.path("next").has("redirectURL")))));
        guest.await(charge.group(1), "paid");
    }

    /** The commands between empty lines, in the order in which they stand. */
    private static List<String> paragraphs() throws IOException {
        var readme = Files.readString(README);
        var part = readme.substring(readme.indexOf("## The API in a minute"), readme.indexOf("## Operations"));
        var found = new ArrayList<String>();
        for (var block = BLOCK.matcher(part); block.find(); ) {
            found.addAll(List.of(block.group(1).split("\n\n")));
        }
        assertThat(found).hasSizeGreaterThan(20);
        return found;
    }

    /** The days that the README names, moved to where a hotel will always sell them. */
    private String later(String typed) {
        return onDays(typed, today.plusDays(DAYS_AHEAD), 2);
    }

    private String tonight(String typed) {
        return onDays(typed, today, 1);
    }

    private static String onDays(String typed, LocalDate first, int nights) {
        return typed.replace("2027-04-30", first.minusDays(1).toString())
                .replace("2027-05-01", first.toString())
                .replace("2027-05-03", first.plusDays(nights).toString());
    }

    /** In a shell that goes on where the last one stopped, and stops where curl is refused. What it says. */
    private String type(String commands) throws IOException, InterruptedException {
        var script = """
                set -e
                curl() { command curl --silent --show-error --fail-with-body "$@"; }
                [ ! -f state ] || . ./state
                %s
                for name in %s; do [ -z "${!name}" ] || printf '%%s=%%q\\n' $name "${!name}"; done > state
                """.formatted(commands, String.join(" ", NAMES));
        var shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(commands + "\n" + said).isZero();
        assertThat(Files.readString(folder.resolve("state")))
                .as("what was not found in an answer leaves all of it: " + commands)
                .doesNotContain("{");
        return said;
    }
}
