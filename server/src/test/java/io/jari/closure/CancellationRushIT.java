package io.jari.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.payment.TestProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sold-out date is canceled: everybody gets their money back once, though both servers are killed meanwhile. */
class CancellationRushIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final int TICKETS = LONG ? 15_000 : 400;
    private static final int FROM_WALLETS = LONG ? 25 : 3;

    /** A provider that does not answer is asked again soon, so that the test ends; its books are compared when all is over. */
    private static final Map<String, String> QUICK = Map.of(
            "JARI_PAYMENT_CALL_MILLIS", "2000",
            "JARI_PAYMENT_LEASE_MILLIS", "6000",
            "JARI_PAYMENT_RECONCILE_SECONDS", "0");

    /** Money that moved may not be told of. A few refunds take some seconds, so that the servers are killed amid them. */
    private static final String FAULTS =
            LONG ? "{\"errorAfter\": 0.05}" : "{\"errorAfter\": 0.1, \"delay\": {\"p\": 1, \"millis\": 1000}}";

    @Test
    void everyTicketIsRefundedOnceHoweverOftenTheServersAreKilled() throws Exception {
        try (var rush = new CancellationRush(QUICK, TICKETS)) {
            rush.sell(FROM_WALLETS);
            rush.provider().faults(FAULTS);
            rush.cancel();
            if (LONG) {
                rush.await("some are given back", () -> rush.revoked() > TICKETS / 10);
            }
            rush.kill(FAULTS);
            for (var part = 1; part <= 2; part++) {
                var enough = TICKETS * part / 4;
                rush.await("some have their money", () -> rush.refunded() > enough);
                assertThat(rush.refunded()).as("not all of them yet").isLessThan(TICKETS);
                rush.kill(part == 1 ? FAULTS : TestProvider.NO_FAULTS);
            }
            rush.awaitEnd();

            assertThat(rush.progress().path("tickets"))
                    .hasToString("{\"found\":%1$d,\"ended\":%1$d}".formatted(TICKETS));
            assertThat(rush.refunded()).isEqualTo(TICKETS);
            assertThat(rush.shares()).isSorted().contains(1.0).anyMatch(share -> share > 0.2 && share < 0.9);
            var moved = rush.provider().lines("refund");
            assertThat(moved)
                    .as("line by line")
                    .isEqualTo(rush.refundsRecorded())
                    .doesNotHaveDuplicates();
            assertThat(sum(moved)).isEqualTo(sum(rush.provider().lines("capture")));
            rush.everythingIsBack();
            rush.server().verify();
        }
    }

    private static long sum(List<String> lines) {
        return lines.stream()
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }
}
