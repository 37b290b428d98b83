package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.BigRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of payments with every fault of the provider at random and servers killed every few seconds. In the end each reservation is
 * paid and captured once, or not captured, or all was given back; and the provider's log says the same, line by line.
 */
class PaymentStormIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final int PAYMENTS = LONG ? 10_000 : 60;
    /** One of each server; where servers start slowly, the payments may be over before the second. */
    private static final int LEAST_KILLS = 2;

    private static final int AT_A_TIME_WITHOUT_GUARDS = 100;
    private static final int TRIES_WITHOUT_GUARDS = 10;
    private static final Duration LOOK = Duration.ofSeconds(20);

    @Test
    void everyPaymentEndsOnceWhateverFails() throws Exception {
        try (var storm = new PaymentStorm(Map.of(), 2)) {
            storm.rage(PAYMENTS, true);
            while (storm.kills() < LEAST_KILLS) {
                storm.rage(PAYMENTS / 4, true);
            }
            storm.calm();
            storm.settle();
            for (var provider : List.of("alpha", "beta", "wallet")) {
                assertThat(storm.kept(provider)).as("paid by " + provider).isGreaterThan(PAYMENTS / 20);
            }
            assertThat(storm.flaws()).isEmpty();
            storm.verify();
        }
    }

    /**
     * The twins: without a key and without asking first whether it was done, without knowing what came before, or believing callbacks,
     * money is taken twice or lost.
     */
    @BigRun
    @ParameterizedTest
    @ValueSource(strings = {"idempotency-key,refund-ask", "once", "ask"})
    void withoutAGuardTheSameStormGoesWrong(String guard) throws Exception {
        var off = new HashMap<>(Map.of("JARI_PAYMENT_GUARDS_OFF", guard));
        off.put("JARI_PAYMENT_RECONCILE_SECONDS", "86400");
        try (var storm = new PaymentStorm(off, 2)) {
            List<String> flaws = List.of();
            for (var tries = 0; tries < TRIES_WITHOUT_GUARDS && flaws.isEmpty(); tries++) {
                storm.rage(AT_A_TIME_WITHOUT_GUARDS, false);
                storm.calm();
                flaws = storm.flawsWithin(LOOK);
            }
            assertThat(flaws).as("captured twice, or paid for nothing").isNotEmpty();
            System.out.println("without " + guard + ": " + flaws.getFirst());
        }
    }
}
