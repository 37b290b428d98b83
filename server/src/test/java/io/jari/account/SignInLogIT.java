package io.jari.account;

import static io.jari.payment.TestGuest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who came in, who tried to, and who was refused stands in the log. */
class SignInLogIT {
    /** Its own: of many refusals by the same some are counted instead of told. */
    private static final JariServer SERVER = JariServer.start(Map.of());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void waysInAndRefusalsAreTold() {
        var person = Person.signedUp(SERVER.url());
        assertThat(person.withPassword("not the right one")
                        .trySigningIn(SERVER.url())
                        .status())
                .isEqualTo(401);
        assertThat(Person.fresh().trySigningIn(SERVER.url()).status()).isEqualTo(401);
        var api = person.signIn(SERVER.url());
        var account =
                "account:" + api.get("/v1/account").body().path("accountID").asLong();
        assertThat(api.at(SERVER.internalUrl()).get("/v1/staff").status()).isEqualTo(403);
        awaitLine("password wrong by " + account + " from ");
        awaitLine("password wrong by nobody known from ");
        awaitLine("signed in by " + account + " from ");
        awaitLine("refused 403 not-allowed GET /v1/staff by " + account + " from ");
        awaitLine("refused 401 wrong-credentials POST /v1/sessions by nobody from ");
    }

    private static void awaitLine(String line) {
        await(line).atMost(PATIENCE).until(() -> SERVER.log().contains(line));
    }
}
