package io.jari.closure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.BigRun;
import io.jari.payment.TestProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sold-out date is canceled: everybody gets their money back once, though both servers are killed meanwhile. */
@BigRun
class CancellationRushIT {
    private static final int TICKETS = 15_000;
    private static final int PEOPLE_WITH_WALLETS = 25;
    private static final int WALLET_TICKETS = PEOPLE_WITH_WALLETS * CancellationRush.EACH;

    /** The provider gives money back, and its answer is lost: the servers are killed in the worst moment. */
    private static final String NOTHING_IS_TOLD = "{\"errorAfter\": 1}";

    private static final String SOME_IS_NOT_TOLD = "{\"errorAfter\": 0.05}";

    /** A provider that does not answer is asked again soon, so that the test ends; its books are compared when all is over. */
    private static final Map<String, String> QUICK = Map.of(
            "JARI_PAYMENT_CALL_MILLIS", "2000",
            "JARI_PAYMENT_LEASE_MILLIS", "6000",
            "JARI_PAYMENT_LONGEST_PAUSE_MILLIS", "4000",
            "JARI_PAYMENT_RECONCILE_SECONDS", "0");

    @Test
    void everyTicketIsRefundedOnceHoweverOftenTheServersAreKilled() throws Exception {
        try (var rush = new CancellationRush(QUICK, TICKETS)) {
            rush.sell(PEOPLE_WITH_WALLETS);
            rush.provider().faults(NOTHING_IS_TOLD);
            rush.cancel();
            rush.kill();
            rush.await("much is asked for", () -> rush.asked() > TICKETS / 4);
            rush.await("wallets have theirs", () -> rush.refunded() == WALLET_TICKETS);
            rush.kill();
            rush.provider().faults(SOME_IS_NOT_TOLD);
            rush.await("half of it is back", () -> rush.refunded() > TICKETS / 2);
            rush.kill();
            rush.provider().faults(TestProvider.NO_FAULTS);
            rush.awaitEnd();

            assertThat(rush.progress().path("tickets"))
                    .hasToString("{\"found\":%1$d,\"ended\":%1$d}".formatted(TICKETS));
            assertThat(rush.refunded()).isEqualTo(TICKETS);
            assertThat(rush.shares()).isSorted().contains(1.0).anyMatch(share -> share > 0 && share < 1);
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
