package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PaymentStoreTest {
    @Test
    void whatWasToldLongAgoIsForgottenTheOldestFirst() {
        var database = TestPostgres.fresh();
        var store = new PaymentStore(database);
        var jdbi = Jdbi.create(database);
        for (var days : new int[] {0, 9, 11, 12, 13}) {
            assertThat(store.note("alpha", "e" + days, "r-1", "checkout.captured"))
                    .isTrue();
            jdbi.useHandle(handle -> handle.execute(
                    "update payment_callback set received_at = received_at - make_interval(days => ?) where event_id = ?",
                    days,
                    "e" + days));
        }
        assertThat(store.forget(10, 2)).isEqualTo(2);
        assertThat(store.note("alpha", "e13", "r-1", "checkout.captured")).isTrue();
        assertThat(store.note("alpha", "e11", "r-1", "checkout.captured"))
                .as("not its turn yet")
                .isFalse();
        assertThat(store.forget(10, 2)).isEqualTo(1);
        assertThat(store.forget(10, 2)).isZero();
        assertThat(store.note("alpha", "e9", "r-1", "checkout.captured")).isFalse();
    }
}
