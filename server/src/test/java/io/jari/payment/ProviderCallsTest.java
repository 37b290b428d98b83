package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import io.jari.payment.StubbornServer.Manner;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of a provider mean, and what no answer means. */
class ProviderCallsTest {
    private static final Duration PLENTY = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final StubbornServer server = new StubbornServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheKeyWithWhatMovesMoney() throws ProviderFailure {
        server.says(201, "{\"id\":7}");
        try (var calls = calls(PLENTY)) {
            assertThat(calls.post("/v1/refunds", "subject-r1", Map.of("amount", 5))
                            .path("id")
                            .asInt())
                    .isEqualTo(7);
            assertThat(calls.get("/v1/log?after=3")).isNotNull();
            assertThat(calls.delete("/v1/checkouts/co_1")).isNotNull();
        }
        assertThat(server.asked)
                .containsExactly(
                        "POST /v1/refunds subject-r1 {\"amount\":5}",
                        "GET /v1/log?after=3 ",
                        "DELETE /v1/checkouts/co_1 ");
    }

    @Test
    void anAddressMayHaveAPath() throws ProviderFailure {
        try (var calls = new ProviderCalls(server.url().resolve("/sandbox/"), "sk_1", PLENTY)) {
            assertThat(calls.get("/v1/log")).isNotNull();
        }
        assertThat(server.asked).containsExactly("GET /sandbox/v1/log ");
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "402, true",
        "422, true",
        "401, false",
        "403, false",
        "404, false",
        "407, false",
        "408, false",
        "409, false",
        "410, false",
        "425, false",
        "429, false",
        "451, false",
        "500, false",
        "502, false",
        "503, false",
        "504, false",
        "302, false",
        "307, false"
    })
    void onlyARefusalIsKnownToHaveDoneNothing(int status, boolean refused) {
        server.says(status, "{\"title\":\"No\"}");
        try (var calls = calls(PLENTY)) {
            assertThat(failure(() -> calls.get("/x")).isRefused()).isEqualTo(refused);
            server.says(status, "<html>a proxy's own words</html>");
            assertThat(failure(() -> calls.get("/x")).isRefused()).isEqualTo(refused);
            server.says(status, "");
            assertThat(failure(() -> calls.get("/x")).isRefused()).isEqualTo(refused);
        }
    }

    @Test
    void aRefusalSaysWhy() {
        server.says(422, "{\"title\":\"Card closed\"}");
        try (var calls = calls(PLENTY)) {
            assertThat(failure(() -> calls.get("/x"))).hasMessageContaining("422 Card closed");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN")
    void noAnswerTellsNothing(Manner manner) {
        server.behaves(manner).says(200, "{\"id\":7}");
        try (var calls = calls(manner == Manner.CUT ? PLENTY : SHORT)) {
            assertThat(failure(() -> calls.post("/x", "k", Map.of())).isRefused())
                    .isFalse();
        }
    }

    @Test
    void whoCannotBeReachedTellsNothing() {
        var dead = server.url();
        server.close();
        try (var calls = new ProviderCalls(dead, "sk_1", PLENTY)) {
            assertThat(failure(() -> calls.get("/x")).isRefused()).isFalse();
        }
    }

    @Test
    void anAnswerBeyondAllBoundsIsNone() {
        server.says(200, "\"" + "x".repeat(8_000_000) + "\"");
        try (var calls = calls(PLENTY)) {
            assertThat(failure(() -> calls.get("/x")).isRefused()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "\"done\"",
                "{\"status\":\"pending\"}",
                "{\"status\":null}",
                "not json",
                "{\"status\":\"captured\"}",
                "{\"status\":\"captured\",\"amount\":0}",
                "{\"status\":\"captured\",\"amount\":-5}",
                "{\"status\":\"captured\",\"amount\":\"much\"}"
            })
    void whatIsNotUnderstoodIsNeitherYesNorNo(String body) {
        server.says(200, body);
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        assertThat(failure(() -> provider.ask(order())).isRefused()).isFalse();
        assertThat(failure(() -> provider.confirm(order())).isRefused()).isFalse();
        assertThat(failure(() -> provider.giveBack(order(), refund(0), false)).isRefused())
                .isFalse();
        provider.calls().close();
    }

    @Test
    void aRefundIsDoneOrRefusedAndARefusedOneIsAskedForByAnotherName() throws ProviderFailure {
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        server.says(201, "{\"status\":\"done\",\"amount\":50,\"reason\":null}");
        assertThat(provider.giveBack(order(), refund(0), false).refusal()).isNull();
        server.says(201, "{\"status\":\"refused\",\"reason\":\"card_closed\"}");
        assertThat(provider.giveBack(order(), refund(1), false).refusal()).isEqualTo("card_closed");
        assertThat(server.asked)
                .hasSize(2)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("POST /v1/refunds s-r1 "),
                        two -> assertThat(two).startsWith("POST /v1/refunds s-r1.1 "));
        provider.calls().close();
    }

    /** An earlier call may have moved the money: no HTTP status says that it did not. */
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 409, 422, 429, 500})
    void noStatusRefusesARefund(int status) {
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        server.says(status, "{\"title\":\"No\"}");
        for (var again : new boolean[] {false, true}) {
            assertThat(failure(() -> provider.giveBack(order(), refund(1), again))
                            .isRefused())
                    .isFalse();
        }
        assertThat(server.asked.stream().filter(a -> a.startsWith("POST")))
                .as("not sent before its earlier names are known")
                .hasSize(1);
        provider.calls().close();
    }

    /** What the books say of each name, and what comes of it: done, refused, asked for, or not known. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"refunds":[]}                                                                | asked for
            {"refunds":[{"status":"done","amount":50}]}                                   | done
            {"refunds":[{"status":"refused","reason":"card_closed"}]}                     | refused
            {"refunds":[{"status":"refused"},{"status":"done","amount":50}]}              | done
            {"refunds":[{"status":"pending","amount":50}]}                                | not known
            {"refunds":[{"status":"done","amount":49}]}                                   | not known
            {}                                                                            | not known
            {"refunds":{}}                                                                | not known
            """)
    void beforeItIsAskedForAgainTheBooksAreAsked(String books, String what) throws ProviderFailure {
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        server.says("GET", 200, books);
        server.says("POST", 201, "{\"status\":\"done\",\"amount\":50}");
        if (what.equals("not known")) {
            assertThat(failure(() -> provider.giveBack(order(), refund(1), true))
                            .isRefused())
                    .isFalse();
        } else {
            var said = provider.giveBack(order(), refund(1), true).refusal();
            assertThat(said != null).isEqualTo(what.equals("refused"));
        }
        assertThat(server.asked.stream().anyMatch(a -> a.startsWith("POST"))).isEqualTo(what.equals("asked for"));
        assertThat(server.asked).anyMatch(a -> a.startsWith("GET /v1/refunds?reference=s-r1 "));
        provider.calls().close();
    }

    /** Kept, such a line could not be read again, or not be kept at all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | KRW  | s-1      | 2027-05-01T00:00:00Z | true
            0 | KRW  | s-1      | 2027-05-01T00:00:00Z | false
            1 | WON! | s-1      | 2027-05-01T00:00:00Z | false
            1 | krw  | s-1      | 2027-05-01T00:00:00Z | false
            1 | KRW  | s\\u0000 | 2027-05-01T00:00:00Z | false
            1 | KRW  | s-1      | yesterday            | false
            """)
    void aLineOfALogIsUnderstoodOrNothingIsReadBeyondIt(
            int line, String currency, String reference, String at, boolean understood) throws ProviderFailure {
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        server.says(200, """
                {"lines":[{"line":%d,"kind":"capture","reference":"%s","checkout":"co","amount":5,"currency":"%s","at":"%s"}],"more":true}
                """.formatted(line, reference, currency, at));
        if (understood) {
            assertThat(provider.log(0, 10).lines()).hasSize(1);
        } else {
            assertThat(failure(() -> provider.log(0, 10)).isRefused()).isFalse();
        }
        provider.calls().close();
    }

    @Test
    void openingAndConfirmingHaveKeysOfTheirOwn() throws ProviderFailure {
        server.says(200, "{\"id\":\"co_1\",\"status\":\"open\",\"url\":\"https://pay.example\"}");
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        provider.open(order());
        provider.confirm(order());
        assertThat(server.asked.stream().map(a -> a.split(" ", -1)[2])).doesNotHaveDuplicates();
        provider.calls().close();
    }

    @Test
    void anOpeningRefusedBecauseItIsOpenAlreadyIsFoundByItsName() throws ProviderFailure {
        var provider = TestGate.provider("alpha", server.url(), PLENTY);
        server.says("POST", 422, "{\"title\":\"Key used before\"}");
        server.says(200, "{\"checkouts\":[{\"id\":\"co_9\",\"status\":\"authorized\"}]}");
        assertThat(provider.open(order())).isEqualTo(new Provider.Said.Authorized("co_9"));
        assertThat(server.asked).anyMatch(a -> a.startsWith("GET /v1/checkouts?reference=s-1 "));
        server.says(200, "{\"checkouts\":[]}");
        assertThat(failure(() -> provider.open(order())).isRefused())
                .as("refused for good")
                .isTrue();
        for (var status : new int[] {200, 400, 401, 404, 422, 500}) {
            server.says(status, "{}");
            assertThat(failure(() -> provider.open(order())).isRefused())
                    .as("not known")
                    .isFalse();
        }
        provider.calls().close();
    }

    private static Provider.Order order() {
        var attempt = new Attempt(
                1, "card", "alpha", 50, Attempt.State.PROCESSING, false, "co_1", "https://pay.example", null, null);
        return new Provider.Order(new PaymentKey(Partition.hotel(7), "s"), attempt, 1L, "KRW", "Two nights", 600);
    }

    private static Refund refund(int refusals) {
        return new Refund(1, 1, 50, Refund.State.REQUESTED, "canceled", refusals, null, null);
    }

    private ProviderCalls calls(Duration limit) {
        return new ProviderCalls(server.url(), "sk_1", limit);
    }

    private static ProviderFailure failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(ProviderFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
