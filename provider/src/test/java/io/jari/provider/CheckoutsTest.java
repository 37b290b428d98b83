package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutsTest {
    @TempDir
    Path data;

    private Running running;

    @BeforeEach
    void start() throws IOException {
        running = new Running(data);
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    @Test
    void aCheckoutBeginsOpenWithAPageOfItsOwn() {
        var made = running.alpha().post("/v1/checkouts", Caller.order("R1", Caller.NOWHERE));

        assertThat(made.status()).isEqualTo(201);
        var id = made.text("id");
        assertThat(made.response().body()).isEqualTo("""
                        {"id":"%s","reference":"R1","amount":120000,"currency":"KRW","style":"callback",\
                        "status":"open","reason":null,"card":null,"url":"%s/pay/%s","refunded":0,\
                        "createdAt":"2026-03-01T00:00:00Z","expiresAt":"2026-03-01T00:15:00Z","capturedAt":null}""".formatted(id, running.url(), id));
        assertThat(id).startsWith("co_").hasSize(29);
    }

    @Test
    void aShopThatTakesCallbacksHasTheMoneyWhenTheGuestPays() {
        var alpha = running.alpha();
        var id = alpha.paid("R1");

        var checkout = alpha.get("/v1/checkouts/" + id).json();
        assertThat(checkout.get("status").asText()).isEqualTo("captured");
        assertThat(checkout.get("capturedAt").asText()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(checkout.get("card").toString()).isEqualTo("{\"brand\":\"visa\",\"last4\":\"4242\"}");
        assertThat(alpha.log()).hasSize(1).first().satisfies(line -> {
            assertThat(line.get("line").asInt()).isEqualTo(1);
            assertThat(line.get("kind").asText()).isEqualTo("capture");
            assertThat(line.get("checkout").asText()).isEqualTo(id);
            assertThat(line.get("reference").asText()).isEqualTo("R1");
            assertThat(line.get("amount").asLong()).isEqualTo(120_000);
        });
    }

    @Test
    void aShopThatConfirmsHasTheMoneyOnlyThen() {
        var beta = running.beta();
        var id = beta.paid("R1");
        assertThat(beta.statusOf(id)).isEqualTo("authorized");
        assertThat(beta.log()).isEmpty();

        assertThat(beta.confirm(id, "k1").text("status")).isEqualTo("captured");
        assertThat(beta.log()).hasSize(1);
    }

    @Test
    void onlyTheAmountAskedForIsConfirmed() {
        var beta = running.beta();
        var id = beta.paid("R1");

        var refused = beta.post("/v1/checkouts/" + id + "/confirmation", "{\"amount\":119999}", "k1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("amount-differs");
        assertThat(beta.statusOf(id)).isEqualTo("authorized");
    }

    @Test
    void whatIsNotAuthorizedIsNotConfirmed() {
        var beta = running.beta();
        var open = beta.open("R1");
        assertThat(beta.confirm(open, "k1").status()).isEqualTo(409);
        assertThat(beta.confirm(open, "k1").text("checkout")).isEqualTo("open");

        var late = beta.paid("R2");
        running.clock.forward(Duration.ofMinutes(15));
        assertThat(beta.confirm(late, "k2").text("checkout")).isEqualTo("expired");
        assertThat(running.alpha().confirm(running.alpha().paid("R3"), "").status())
                .isEqualTo(409);
        assertThat(beta.confirm("co_none", "k3").status()).isEqualTo(404);
    }

    @Test
    void theShopClosesWhatStillWaits() {
        var beta = running.beta();
        var open = beta.open("R1");
        var authorized = beta.paid("R2");
        var captured = beta.paid("R3");
        beta.confirm(captured, "k1");

        assertThat(beta.delete("/v1/checkouts/" + open).text("status")).isEqualTo("closed");
        assertThat(beta.delete("/v1/checkouts/" + open).text("reason")).isEqualTo("closed_by_shop");
        assertThat(beta.delete("/v1/checkouts/" + authorized).text("status")).isEqualTo("closed");
        assertThat(beta.delete("/v1/checkouts/" + captured).text("status")).isEqualTo("captured");
        assertThat(beta.delete("/v1/checkouts/co_none").status()).isEqualTo(404);
    }

    @Test
    void timeEndsWhatStillWaits() {
        var beta = running.beta();
        var open = beta.open("R1");
        var authorized = beta.paid("R2");
        running.clock.forward(Duration.ofMinutes(14));
        assertThat(beta.statusOf(open)).isEqualTo("open");

        running.clock.forward(Duration.ofMinutes(1));
        assertThat(beta.statusOf(open)).isEqualTo("expired");
        assertThat(beta.statusOf(authorized)).isEqualTo("expired");
    }

    @Test
    void checkoutsAreFoundByReferenceAndByCardNewestFirst() {
        var alpha = running.alpha();
        var first = alpha.open("R1");
        var second = alpha.paid("R1");
        alpha.open("R2");

        assertThat(ids(alpha.get("/v1/checkouts?reference=R1").json().get("checkouts")))
                .containsExactly(second, first);
        assertThat(ids(alpha.get("/v1/checkouts?last4=4242").json().get("checkouts")))
                .containsExactly(second);
        assertThat(ids(alpha.get("/v1/checkouts?reference=R9").json().get("checkouts")))
                .isEmpty();
    }

    @Test
    void noShopSeesAnothers() {
        var alpha = running.alpha();
        var beta = running.beta();
        var id = beta.paid("R1");

        assertThat(alpha.get("/v1/checkouts/" + id).status()).isEqualTo(404);
        assertThat(alpha.delete("/v1/checkouts/" + id).status()).isEqualTo(404);
        assertThat(alpha.confirm(id, "k1").status()).isEqualTo(404);
        assertThat(alpha.refund(id, 1, "F1", "k2").status()).isEqualTo(404);
        assertThat(alpha.get("/v1/checkouts?reference=R1").json().get("checkouts"))
                .isEmpty();
        assertThat(alpha.get("/v1/checkouts?last4=4242").json().get("checkouts"))
                .isEmpty();
        beta.confirm(id, "k1");
        assertThat(alpha.log()).isEmpty();
        assertThat(beta.log()).hasSize(1);
    }

    @Test
    void theLogIsReadInPages() {
        var alpha = running.alpha();
        for (var i = 0; i < 3; i++) {
            alpha.paid("R" + i);
        }
        var page = alpha.get("/v1/log?after=1&limit=1").json();
        assertThat(page.get("more").asBoolean()).isTrue();
        assertThat(page.get("lines"))
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.get("line").asInt()).isEqualTo(2));
        assertThat(alpha.get("/v1/log?after=2").json().get("more").asBoolean()).isFalse();
        assertThat(alpha.get("/v1/log?after=9223372036854775807").json().get("lines"))
                .isEmpty();
    }

    private static List<String> ids(JsonNode checkouts) {
        return checkouts.findValuesAsText("id");
    }
}
