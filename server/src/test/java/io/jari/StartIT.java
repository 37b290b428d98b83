package io.jari;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A start that can't be says why, and harms nothing. */
class StartIT {
    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";

    @Test
    void allThatPeopleDoFirstIsRehearsedForTheClassCache() throws Exception {
        assertThat(ServerJar.training()).contains("Jari is ready").doesNotContain("Not rehearsed");
    }

    @Test
    void aSecondStartOnTheSameDataNamesTheFirst() {
        var first = JariServer.shared();
        var second = Launched.start(Map.of(), "--data", first.data().toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .contains("already being served by pid " + first.pid())
                .contains(first.url().toString());
        assertThat(Api.anonymous(first.url()).get("/q/health/ready").status()).isEqualTo(200);
    }

    @Test
    void aChosenPortThatIsTakenIsRefusedNamingTheHolder() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(holder.getLocalPort());
            var start = Launched.start(Map.of(), "--data", Launched.freshData().toString(), "--port", port);
            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.output())
                    .contains("Port " + port + " is taken by")
                    .contains("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void productionListsTheSecretsItMisses() {
        var start = Launched.start(
                Map.of(), "--production", "--data", Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("JARI_SECRET").contains("JARI_SECRET_FILE");
    }

    @Test
    void productionRefusesAShortSecret() {
        var start = Launched.start(
                Map.of("JARI_SECRET", "short"),
                "--production",
                "--data",
                Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output())
                .contains("The secret (JARI_SECRET) has 5 characters")
                .doesNotContain("short\n");
    }

    @Test
    void productionRefusesTheDatabaseOfADemo() {
        var demo = JariServer.shared();
        var start = Launched.start(
                Map.of("JARI_SECRET", SECRET, "JARI_DB_URL", demo.databaseUrl()),
                "--production",
                "--data",
                Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("made by a demo start");
    }

    @Test
    void aDemoListensOnThisMachineOnly() {
        var start = Launched.start(
                Map.of("JARI_HOST", "0.0.0.0"), "--data", Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("this machine only");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutItsPassword() {
        var start = Launched.start(
                Map.of("JARI_DB_URL", "postgres://jari:hidden-word@127.0.0.1:1/none"),
                "--data",
                Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("127.0.0.1:1/none").doesNotContain("hidden-word");
    }

    @Test
    void aSettingThatIsNoneIsRefusedByName() {
        var start = Launched.start(
                Map.of("JARI_QUEUE_JOIN_RATE", "-3"),
                "--data",
                Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(2);
        assertThat(start.output()).contains("jari.queue.join-rate (JARI_QUEUE_JOIN_RATE) must be a number");
    }

    @Test
    void aMailServerThatIsNoneIsRefusedWithoutItsPassword() {
        var start = Launched.start(
                Map.of("JARI_SECRET", SECRET, "JARI_MAIL_URL", "smtp://hidden-word@mail.example"),
                "--production",
                "--data",
                Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("JARI_MAIL_URL must be like").doesNotContain("hidden-word");
    }

    @Test
    void anUnknownOptionIsRefused() {
        var start = Launched.start(
                Map.of(), "--prot", "8081", "--data", Launched.freshData().toString());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.output()).contains("start does not know --prot");
    }

    @Test
    void aProductionStartHasNoDemoAndAnswers() {
        var production =
                JariServer.start(Map.of("JARI_SECRET", SECRET, "JARI_STAFF_SECOND_FACTOR", "optional"), "--production");
        try (production) {
            var anonymous = Api.anonymous(production.url());
            assertThat(anonymous.get("/q/health/ready").status()).isEqualTo(200);
            assertThat(administrator(production).get("/v1/clock").status()).isEqualTo(404);
            assertThat(anonymous
                            .post("/v1/sessions", Map.of("email", "admin@demo.jari", "password", "demo-demo"))
                            .status())
                    .isIn(401, 404);
            assertThat(anonymous.get("/mailbox").status()).as("a demo's").isEqualTo(404);
            assertThat(anonymous.get("/q/health/ready").response().body()).contains("none is sent");
            assertThat(production.log())
                    .doesNotContain("demo.jari")
                    .contains("\"level\":")
                    .containsOnlyOnce("JARI_MAIL_URL names no mail server");
        }
        assertThat(Files.exists(production.data().resolve("db.url"))).isFalse();
        theSecretMayChange(production);
    }

    private static void theSecretMayChange(JariServer before) {
        var other = "b".repeat(40);
        var refused = Launched.start(
                Map.of("JARI_SECRET", other),
                "--production",
                "--data",
                before.data().toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("JARI_SECRET_PREVIOUS").doesNotContain(other);
        var both = Map.of("JARI_SECRET", other, "JARI_SECRET_PREVIOUS", SECRET, "JARI_STAFF_SECOND_FACTOR", "optional");
        try (var after = JariServer.start(before.data(), both, "--production")) {
            assertThat(after.log()).contains("JARI_SECRET has changed");
        }
    }

    /** By the password that is printed once. */
    private static Api administrator(JariServer production) {
        var printed =
                Pattern.compile("administrator {2}(\\S+) {2}password ([\\w-]+)").matcher(production.log());
        assertThat(printed.find()).isTrue();
        return Api.signedIn(production.internalUrl(), printed.group(1), printed.group(2));
    }
}
