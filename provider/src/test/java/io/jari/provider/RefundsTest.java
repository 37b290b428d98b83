package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundsTest {
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
    void moneyGoesBackInPartsUntilNoneIsLeft() {
        var id = alpha.paid("R1");
        var first = alpha.refund(id, 100_000, "F1", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("status")).isEqualTo("done");
        assertThat(first.text("id")).startsWith("re_");

        var tooMuch = alpha.refund(id, 20_001, "F2", "k2");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.text("type")).isEqualTo("refund-too-much");
        assertThat(alpha.refund(id, 20_000, "F2", "k3").status()).isEqualTo(201);
        assertThat(alpha.refund(id, 1, "F3", "k4").status()).isEqualTo(422);
        assertThat(alpha.get("/v1/checkouts/" + id).json().get("refunded").asLong())
                .isEqualTo(120_000);
        assertThat(alpha.log().findValuesAsText("kind")).containsExactly("capture", "refund", "refund");
        assertThat(alpha.log().findValuesAsText("reference")).containsExactly("R1", "F1", "F2");
    }

    @Test
    void manyAtOnceNeverGiveBackMoreThanThereIs() throws Exception {
        var id = alpha.paid("R1");
        var said = Together.all(() -> alpha.refund(id, 50_000, "F1", ""));
        assertThat(said).filteredOn(one -> one.status() == 201).hasSize(2);
        assertThat(said).filteredOn(one -> one.status() == 422).hasSize(Together.TIMES - 2);
    }

    @Test
    void whatIsNotCapturedIsNotRefunded() {
        assertThat(alpha.refund(alpha.open("R1"), 1, "F1", "k1").text("type")).isEqualTo("refund-too-much");
        assertThat(alpha.refund("co_none", 1, "F1", "k1").status()).isEqualTo(404);
    }

    @Test
    void refundsAreFoundByTheirReference() {
        var id = alpha.paid("R1");
        var refund = alpha.refund(id, 5, "F1", "k1").json();
        assertThat(alpha.get("/v1/refunds?reference=F1").json().get("refunds")).containsExactly(refund);
        assertThat(alpha.get("/v1/refunds?reference=R1").json().get("refunds")).isEmpty();
        assertThat(running.beta().get("/v1/refunds?reference=F1").json().get("refunds"))
                .isEmpty();
    }

    @Test
    void aRefusedRefundMovesNothing() {
        var id = alpha.paid("R1");
        alpha.faults("{\"refundRefused\":1}");
        var refused = alpha.refund(id, 5, "F1", "k1");
        assertThat(refused.status()).isEqualTo(201);
        assertThat(refused.text("status")).isEqualTo("refused");
        assertThat(refused.text("reason")).isEqualTo("card_closed");

        alpha.faults("{}");
        assertThat(alpha.refund(id, 5, "F1", "k1").json()).isEqualTo(refused.json());
        assertThat(alpha.refund(id, 5, "F1", "k2").text("status")).isEqualTo("done");
        assertThat(alpha.log()).hasSize(2);
    }
}
