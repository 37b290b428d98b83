package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with calls, each fault seen to happen. */
class FaultsTest {
    @TempDir
    Path data;

    private Running running;
    private Caller alpha;
    private Caller beta;

    @BeforeEach
    void start() throws IOException {
        running = new Running(data);
        alpha = running.alpha();
        beta = running.beta();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    @Test
    void anErrorComesBeforeAnythingIsDone() {
        beta.faults("{\"error\":1}");
        assertThat(beta.post("/v1/checkouts", Caller.order("R1", Caller.NOWHERE), "k1")
                        .status())
                .isEqualTo(500);
        beta.faults("{}");
        assertThat(beta.get("/v1/checkouts?reference=R1").json().get("checkouts"))
                .isEmpty();
    }

    @Test
    void aKeyIsNotKnownForAWhile() {
        var id = beta.paid("R1");
        beta.faults("{\"unauthorized\":1}");
        assertThat(beta.confirm(id, "k1").status()).isEqualTo(401);
        assertThat(beta.get("/v1/checkouts?reference=R1").status()).isEqualTo(401);
        assertThat(beta.log()).as("what stands there can still be read").isEmpty();
        beta.faults("{}");
        assertThat(beta.confirm(id, "k1").text("status")).isEqualTo("captured");
    }

    @Test
    void anErrorComesAfterItIsDoneAndARepeatFindsTheAnswer() {
        beta.faults("{\"errorAfter\":1}");
        assertThat(beta.post("/v1/checkouts", Caller.order("R1", Caller.NOWHERE), "k1")
                        .status())
                .isEqualTo(500);
        beta.faults("{}");
        assertThat(beta.get("/v1/checkouts?reference=R1").json().get("checkouts"))
                .hasSize(1);
        assertThat(beta.post("/v1/checkouts", Caller.order("R1", Caller.NOWHERE), "k1")
                        .status())
                .isEqualTo(201);
        assertThat(beta.get("/v1/checkouts?reference=R1").json().get("checkouts"))
                .hasSize(1);
    }

    @Test
    void aConfirmationCapturesAndNeverAnswersUntilRepeated() {
        var id = beta.paid("R1");
        beta.faults("{\"timeoutAfterCapture\":1}");
        assertThatThrownBy(() -> beta.confirm(id, "k1")).isInstanceOf(Caller.NoAnswer.class);
        assertThat(beta.log()).hasSize(1);
        assertThat(beta.confirm(id, "k1").text("status")).isEqualTo("captured");
        assertThat(beta.log()).hasSize(1);
    }

    @Test
    void withoutAKeyTheRepeatAfterATimeoutCapturesAgain() {
        var id = beta.paid("R1");
        beta.faults("{\"timeoutAfterCapture\":1}");
        assertThatThrownBy(() -> beta.confirm(id, "")).isInstanceOf(Caller.NoAnswer.class);
        beta.faults("{}");
        beta.confirm(id, "");
        assertThat(beta.log()).hasSize(2);
    }

    @Test
    void aRefundAndAGuestsFormCanGoUnansweredToo() {
        var id = alpha.open("R1");
        alpha.faults("{\"timeoutAfterCapture\":1}");
        assertThatThrownBy(() -> alpha.pay(id)).isInstanceOf(Caller.NoAnswer.class);
        assertThat(alpha.statusOf(id)).isEqualTo("captured");
        assertThatThrownBy(() -> alpha.refund(id, 7, "F1", "k1")).isInstanceOf(Caller.NoAnswer.class);
        assertThat(alpha.log()).hasSize(2);
        assertThat(alpha.pay(id).header("Location")).endsWith("result=paid");
    }

    @Test
    void aDelayedCallWaitsWhileOthersGoOn() {
        alpha.faults("{\"delay\":{\"p\":1,\"millis\":60000}}");
        var slow = alpha.request("/v1/checkouts?reference=R1")
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> Caller.CLIENT.send(slow, BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(alpha.log()).isEmpty();
        assertThat(beta.get("/v1/checkouts?reference=R1").status()).isEqualTo(200);
    }

    @Test
    void faultsAreAShopsOwnAndStayUntilReplaced() throws IOException {
        var put = alpha.faults("{\"error\":1,\"callbackLate\":{\"p\":0.5,\"millis\":20}}");
        assertThat(put.status()).isEqualTo(200);
        running.restart();
        assertThat(running.alpha().get("/v1/faults").json()).isEqualTo(put.json());
        assertThat(running.beta().get("/v1/faults").json().get("error").asDouble())
                .isZero();
        assertThat(running.alpha().faults("{}").json().get("error").asDouble()).isZero();
    }
}
