package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.provider.callback.Tempo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {
    @TempDir
    Path data;

    private Running running;
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        running = new Running(data);
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
        receiver.close();
    }

    @Test
    void aCaptureIsToldAndSigned() throws Exception {
        var id = open(running.alpha());
        running.alpha().pay(id);
        awaitTypes("checkout.captured");

        var got = receiver.all().getFirst();
        assertThat(Signatures.holds(Running.ALPHA_SECRET, got)).isTrue();
        assertThat(got.timestamp()).matches("[0-9]{10}");
        assertThat(new ObjectMapper().readTree(got.body())).isEqualTo(new ObjectMapper().readTree("""
                        {"type":"checkout.captured","timestamp":"2026-03-01T00:00:00Z","data":{"checkout":"%s",
                         "reference":"R","status":"captured","amount":120000,"currency":"KRW","reason":null}}""".formatted(id)));
    }

    @Test
    void eachThingThatHappensIsTold() {
        var beta = running.beta();
        var id = open(beta);
        beta.pay(id);
        awaitTypes("checkout.authorized");
        beta.confirm(id, "k1");
        awaitTypes("checkout.authorized", "checkout.captured");
        beta.refund(id, 7, "F1", "k2");
        awaitTypes("checkout.authorized", "checkout.captured", "refund.done");
        assertThat(Signatures.field(receiver.all().getLast().body(), "reference"))
                .isEqualTo("F1");
        assertThat(receiver.all().stream().map(Receiver.Got::id).distinct()).hasSize(3);
    }

    @Test
    void whatComesToNothingIsToldToo() {
        var alpha = running.alpha();
        alpha.pay(open(alpha), "4000000000000002");
        awaitTypes("checkout.failed");
        assertThat(Signatures.field(receiver.all().getFirst().body(), "reason")).isEqualTo("card_declined");
        alpha.form(open(alpha), Map.of("action", "give-up"));
        awaitTypes("checkout.failed", "checkout.failed");
        alpha.delete("/v1/checkouts/" + open(alpha));
        awaitTypes("checkout.failed", "checkout.failed", "checkout.closed");
        open(alpha);
        running.clock.forward(Duration.ofMinutes(15));
        awaitTypes("checkout.failed", "checkout.failed", "checkout.closed", "checkout.expired");
    }

    @Test
    void aCallbackIsRepeatedUntilItIsTaken() {
        receiver.answering(503);
        capture(running.alpha());
        await().until(() -> receiver.all().size() >= 2);
        receiver.answering(200);
        capture(running.alpha());
        await().until(() ->
                receiver.all().stream().map(Receiver.Got::checkout).distinct().count() == 2);
        assertThat(receiver.all()).element(1).satisfies(again -> {
            assertThat(again.id()).isEqualTo(receiver.all().getFirst().id());
            assertThat(again.body()).isEqualTo(receiver.all().getFirst().body());
        });
    }

    @Test
    void aCallbackNobodyTakesIsGivenUpForGood() throws IOException {
        receiver.answering(500);
        var id = capture(running.alpha());
        await().until(() -> receiver.all().size() == 1 + Running.TEMPO.pauses().size());
        awaitNothingPending(id);

        running.restart();
        capture(running.alpha());
        await().until(() -> !receiver.all().getLast().checkout().equals(id));
        assertThat(receiver.all().stream().filter(got -> got.checkout().equals(id)))
                .hasSize(1 + Running.TEMPO.pauses().size());
    }

    @Test
    void aCallbackStillToBeSentOutlivesTheProcess() throws IOException {
        var alpha = running.alpha();
        alpha.faults("{\"callbackLate\":{\"p\":1,\"millis\":60000}}");
        var late = capture(alpha);
        alpha.faults("{}");
        var prompt = capture(alpha);
        awaitTypes("checkout.captured");
        assertThat(receiver.all().getFirst().checkout()).isEqualTo(prompt);
        awaitNothingPending(prompt);

        running.restart();
        awaitTypes("checkout.captured", "checkout.captured");
        assertThat(receiver.all().getLast().checkout()).isEqualTo(late);
    }

    @Test
    void aLostCallbackNeverComes() throws IOException {
        running.alpha().faults("{\"callbackLost\":1}");
        capture(running.alpha());
        running.restart();
        running.alpha().faults("{}");
        var told = capture(running.alpha());
        awaitTypes("checkout.captured");
        assertThat(receiver.all().getFirst().checkout()).isEqualTo(told);
    }

    @Test
    void aDuplicateHasTheSameId() {
        running.alpha().faults("{\"callbackDuplicate\":1}");
        capture(running.alpha());
        awaitTypes("checkout.captured", "checkout.captured");
        assertThat(receiver.all().stream().map(Receiver.Got::id).distinct()).hasSize(1);
    }

    @Test
    void aReorderedCallbackLetsTheNextPass() {
        var beta = running.beta();
        beta.faults("{\"callbackReordered\":1}");
        var id = open(beta);
        beta.pay(id);
        beta.confirm(id, "k1");
        awaitTypes("checkout.captured", "checkout.authorized");
    }

    @Test
    void aReorderedCallbackDoesNotWaitForEver() throws IOException {
        var tempo = new Tempo(
                Collections.nCopies(3, Duration.ofMillis(10)),
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofMillis(10));
        running.close();
        running = new Running(data, tempo);
        running.beta().faults("{\"callbackReordered\":1}");
        running.beta().pay(open(running.beta()));
        awaitTypes("checkout.authorized");
    }

    @Test
    void aContradictionIsSignedAndFalse() throws Exception {
        var alpha = running.alpha();
        alpha.faults("{\"callbackContradicting\":1}");
        var id = capture(alpha);
        await().until(() -> receiver.all().size() == 2);
        assertThat(receiver.types()).containsExactlyInAnyOrder("checkout.captured", "checkout.failed");
        for (var got : receiver.all()) {
            assertThat(Signatures.holds(Running.ALPHA_SECRET, got)).isTrue();
        }
        assertThat(alpha.statusOf(id)).isEqualTo("captured");

        alpha.pay(open(alpha), "4000000000000002");
        await().until(() -> receiver.all().size() == 4);
        assertThat(receiver.types().subList(2, 4)).containsExactlyInAnyOrder("checkout.captured", "checkout.failed");
        assertThat(alpha.log()).hasSize(1);
    }

    @Test
    void aWrongSignatureDoesNotVerify() throws Exception {
        running.alpha().faults("{\"callbackWrongSignature\":1}");
        capture(running.alpha());
        awaitTypes("checkout.captured");
        assertThat(receiver.all().getFirst().signature()).startsWith("v1,");
        assertThat(Signatures.holds(Running.ALPHA_SECRET, receiver.all().getFirst()))
                .isFalse();
    }

    private String open(Caller shop) {
        return shop.open("R", receiver.url());
    }

    private String capture(Caller shop) {
        var id = open(shop);
        shop.pay(id);
        return id;
    }

    private void awaitTypes(String... types) {
        await().untilAsserted(() -> assertThat(receiver.types()).containsExactly(types));
    }

    /** A told event is noted in the file, as the last line that has its id. */
    private void awaitNothingPending(String checkout) {
        var event = receiver.all().stream()
                .filter(got -> got.checkout().equals(checkout))
                .findFirst()
                .orElseThrow();
        await().until(() -> Files.readString(data.resolve("log.jsonl")).contains("\"told\":\"" + event.id() + "\""));
    }
}
