package io.jari.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.BigRun;
import io.jari.payment.TestProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sold-out night is closed: everybody gets everything back once, though the provider fails and the server is killed meanwhile. */
class RefundRushIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final int RESERVATIONS = LONG ? 15_000 : 120;
    private static final int TWIN_RESERVATIONS = 60;
    /** While refunds are under way; each is a start of a server. */
    private static final int KILLS = LONG ? 3 : 1;

    private static final int GOODWILL_EVERY = 10;
    private static final int TWIN_GOODWILL_EVERY = 3;

    /** A provider that does not answer is asked again soon, so that the test ends. */
    private static final Map<String, String> QUICK = Map.of(
            "JARI_PAYMENT_CALL_MILLIS", "2000",
            "JARI_PAYMENT_LEASE_MILLIS", "6000",
            "JARI_PAYMENT_LONGEST_PAUSE_MILLIS", "4000");

    @Test
    void everybodyGetsEverythingBackOnceHoweverOftenTheServerIsKilled() throws Exception {
        try (var rush = new RefundRush(QUICK, RESERVATIONS)) {
            var paid = rush.pay();
            // Often enough that one of a few refunds is refused as often as it is asked for.
            rush.provider().faults("""
                    {"timeoutAfterCapture": 0.03, "error": 0.05, "errorAfter": 0.1, "refundRefused": %s}
                    """.formatted(LONG ? "0.4" : "0.6"));
            rush.goodwill(every(GOODWILL_EVERY, paid));
            rush.await("some of it is there", () -> rush.goodwillDone() > RESERVATIONS / GOODWILL_EVERY / 4);
            rush.close("the flood");
            if (LONG) {
                rush.kill();
            }
            rush.await("some are canceled", () -> rush.canceled() > RESERVATIONS / 4);
            rush.kill();
            for (var part = 1; part <= KILLS; part++) {
                var enough = RESERVATIONS * part / 5;
                rush.await("some have their money", () -> rush.done() >= enough);
                assertThat(rush.done()).as("not all of them yet").isLessThan(RESERVATIONS);
                rush.kill();
            }
            rush.close("the flood");
            rush.awaitEnd();

            var closure = rush.closure();
            assertThat(closure.path("reservations").path("found").asInt()).isEqualTo(RESERVATIONS);
            assertThat(closure.path("reservations").path("canceled").asInt()).isEqualTo(RESERVATIONS);
            assertThat(closure.path("status").asText()).isEqualTo("for_a_person");
            var failed =
                    closure.path("refunds").get(0).path("failed").path("count").asInt();
            rush.provider().faults(TestProvider.NO_FAULTS);
            assertThat(rush.retryFailed()).isGreaterThanOrEqualTo(failed).isPositive();
            rush.awaitEnd();

            assertThat(rush.closure().path("status").asText()).isEqualTo("done");
            assertThat(rush.refundsMoved())
                    .as("line by line")
                    .isEqualTo(rush.refundsRecorded())
                    .doesNotHaveDuplicates();
            assertThat(sum(rush.refundsMoved())).isEqualTo(sum(rush.capturesMoved()));
            rush.everythingIsBack();
            rush.server().verify();
        }
    }

    /**
     * The twin: without idempotency keys, and without asking before a second try, the same run pays somebody twice. Of refunds of a
     * part, that is: of more than was captured the provider refuses the second.
     */
    @Test
    @BigRun
    void withoutIdempotencyKeysSomebodyIsPaidTwice() throws Exception {
        var keyless = new java.util.HashMap<>(QUICK);
        keyless.put("JARI_PAYMENT_GUARDS_OFF", "idempotency-key,refund-ask");
        try (var rush = new RefundRush(keyless, TWIN_RESERVATIONS)) {
            var paid = rush.pay();
            rush.provider().faults("{\"timeoutAfterCapture\": 0.1, \"errorAfter\": 0.25}");
            var some = every(TWIN_GOODWILL_EVERY, paid);
            rush.goodwill(some);
            rush.await("all of it is there", () -> rush.goodwillDone() == some.size());
            rush.close("the flood");
            rush.await("the same refund twice", () -> {
                var moved = rush.refundsMoved();
                return new HashSet<>(moved).size() < moved.size();
            });
        }
    }

    private static List<String> every(int nth, List<String> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % nth == 1)
                .mapToObj(all::get)
                .toList();
    }

    private static long sum(List<String> lines) {
        return lines.stream()
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }
}
