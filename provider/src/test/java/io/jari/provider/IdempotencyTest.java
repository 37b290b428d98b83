package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.provider.Caller.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a key a call is done once; its twin without one shows what the key was for. */
class IdempotencyTest {
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
    void aCheckoutIsOpenedOnce() throws Exception {
        var said = Together.all(() -> alpha.post("/v1/checkouts", Caller.order("R1", Caller.NOWHERE), "k1"));
        assertThat(bodies(said)).hasSize(1);
        assertThat(said).allSatisfy(one -> assertThat(one.status()).isEqualTo(201));
        assertThat(alpha.get("/v1/checkouts?reference=R1").json().get("checkouts"))
                .hasSize(1);
    }

    @Test
    void withoutAKeyEachCallOpensAnother() throws Exception {
        var said = Together.all(() -> alpha.post("/v1/checkouts", Caller.order("R1", Caller.NOWHERE)));
        assertThat(bodies(said)).hasSize(Together.TIMES);
        assertThat(alpha.get("/v1/checkouts?reference=R1").json().get("checkouts"))
                .hasSize(Together.TIMES);
    }

    @Test
    void aConfirmationCapturesOnce() throws Exception {
        var id = beta.paid("R1");
        var said = Together.all(() -> beta.confirm(id, "k1"));
        assertThat(bodies(said)).hasSize(1);
        assertThat(beta.log()).hasSize(1);
        assertThat(beta.confirm(id, "another").status()).isEqualTo(409);
    }

    @Test
    void withoutAKeyEachConfirmationCapturesAgain() throws Exception {
        var id = beta.paid("R1");
        var said = Together.all(() -> beta.confirm(id, ""));
        assertThat(said).allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
        assertThat(beta.log()).hasSize(Together.TIMES);
    }

    @Test
    void aRefundGoesOutOnce() throws Exception {
        var id = alpha.paid("R1");
        var said = Together.all(() -> alpha.refund(id, 10, "F1", "k1"));
        assertThat(bodies(said)).hasSize(1);
        assertThat(alpha.get("/v1/checkouts/" + id).json().get("refunded").asLong())
                .isEqualTo(10);
    }

    @Test
    void withoutAKeyEachCallRefundsAgain() throws Exception {
        var id = alpha.paid("R1");
        Together.all(() -> alpha.refund(id, 10, "F1", ""));
        assertThat(alpha.get("/v1/checkouts/" + id).json().get("refunded").asLong())
                .isEqualTo(10 * Together.TIMES);
        assertThat(alpha.get("/v1/refunds?reference=F1").json().get("refunds")).hasSize(Together.TIMES);
    }

    @Test
    void aKeyIsForOneRequestOfOneShop() {
        var id = alpha.paid("R1");
        alpha.post("/v1/checkouts", Caller.order("R2", Caller.NOWHERE), "k1");

        var other = alpha.post("/v1/checkouts", Caller.order("R3", Caller.NOWHERE), "k1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("idempotency-key-reused");
        assertThat(alpha.refund(id, 10, "F1", "k1").status()).isEqualTo(422);
        assertThat(beta.post("/v1/checkouts", Caller.order("R3", Caller.NOWHERE), "k1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void spacesMakeNoOtherRequest() {
        var order = Caller.order("R1", Caller.NOWHERE);
        var first = alpha.post("/v1/checkouts", order, "k1");
        assertThat(alpha.post("/v1/checkouts", order.replace(",", " , "), "k1").text("id"))
                .isEqualTo(first.text("id"));
    }

    @Test
    void anAnswerStaysTheSameWhenThingsMoveOnAndAfterARestart() throws IOException {
        var order = Caller.order("R1", Caller.NOWHERE);
        var opened = alpha.post("/v1/checkouts", order, "k1");
        alpha.pay(opened.text("id"));
        var refunded = alpha.refund(opened.text("id"), 10, "F1", "k2");

        running.restart();
        var again = running.alpha();
        var repeated = again.post("/v1/checkouts", order, "k1");
        assertThat(repeated.text("id")).isEqualTo(opened.text("id"));
        assertThat(repeated.text("status")).isEqualTo("open");
        assertThat(again.refund(opened.text("id"), 10, "F1", "k2").json()).isEqualTo(refunded.json());
        assertThat(again.log()).hasSize(2);
    }

    @Test
    void aRefusalUsesNoKeyUp() {
        var id = beta.open("R1");
        assertThat(beta.confirm(id, "k1").status()).isEqualTo(409);
        beta.pay(id);
        assertThat(beta.confirm(id, "k1").status()).isEqualTo(200);
    }

    private static List<String> bodies(List<Said> said) {
        return said.stream().map(one -> one.response().body()).collect(Collectors.toSet()).stream()
                .toList();
    }
}
