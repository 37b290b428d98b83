package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TryStoreTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final TryStore.Pace PACE = new TryStore.Pace(3, 1, 60);
    private static final TryStore.Pace SLOW = new TryStore.Pace(3, 600, 600);
    private static final TryStore.Pace NONE = new TryStore.Pace(1_000, 1, 60);
    private final TryStore store = new TryStore(DATABASE);
    private final MovableClock clock = new MovableClock(DATABASE);
    private Duration offset = Duration.ZERO;

    @AfterEach
    void back() throws Exception {
        clock.offset(Duration.ZERO);
    }

    @Test
    void afterSomeEachCostsTwiceTheWaitUpToAMinute() throws Exception {
        var name = name("grows");
        assertThat(store.begin(name, PACE)).isZero();
        assertThat(store.begin(name, PACE)).isZero();
        assertThat(store.begin(name, PACE)).isZero();
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(store.begin(name, PACE)).as("free again").isZero();
            assertThat(seconds(name)).isEqualTo(seconds);
            pass(Duration.ofSeconds(seconds));
        }
        assertThat(IntStream.range(0, 50).mapToLong(_ -> store.begin(name("twin"), NONE)))
                .as("the twin, which lets all")
                .containsOnly(0L);
    }

    @Test
    void aRightOneAndAnHourAreForgiven() throws Exception {
        var name = name("forgiven");
        for (var i = 0; i < 4; i++) {
            store.begin(name, SLOW);
        }
        assertThat(store.begin(name, SLOW)).isPositive();
        store.forget(name);
        for (var i = 0; i < 4; i++) {
            assertThat(store.begin(name, SLOW)).isZero();
        }
        pass(Duration.ofMinutes(61));
        for (var i = 0; i < 4; i++) {
            assertThat(store.begin(name, SLOW)).isZero();
        }
        assertThat(store.begin(name, SLOW)).isPositive();
        pass(Duration.ofMinutes(61));
        store.sweep();
        assertThat(store.waitMillis(name)).isZero();
    }

    @Test
    void thoseMadeBeforeTheClockWasSetBackAreForgotten() throws Exception {
        var name = name("back");
        pass(Duration.ofDays(3));
        for (var i = 0; i < 5; i++) {
            store.begin(name, SLOW);
        }
        assertThat(store.waitMillis(name)).isPositive();
        pass(Duration.ofDays(-3));
        assertThat(store.waitMillis(name)).isZero();
        for (var i = 0; i < 4; i++) {
            assertThat(store.begin(name, SLOW)).isZero();
        }
        assertThat(store.begin(name, SLOW)).as("those made since count").isPositive();
    }

    @Test
    void thoseMadeAtOnceCountToo() throws Exception {
        var name = name("at once");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var passed = 0;
            for (var future :
                    threads.invokeAll(Collections.<Callable<Long>>nCopies(32, () -> store.begin(name, SLOW)))) {
                passed += future.get() == 0 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(SLOW.free() + 1);
        }
    }

    @Test
    void anAddressPaysForWhatIsWrongOnly() {
        var name = name("address");
        for (var i = 0; i < 20; i++) {
            store.oneMore(name, SLOW);
            store.oneLess(name);
        }
        assertThat(store.waitMillis(name)).isZero();
        for (var i = 0; i < 4; i++) {
            store.oneMore(name, SLOW);
        }
        assertThat(store.waitMillis(name)).isPositive();
    }

    private static long seconds(byte[] name) {
        return Jdbi.create(DATABASE)
                .withHandle(handle -> handle.createQuery(
                                "select round(extract(epoch from free_at - at)) from sign_in_try where name = :name")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
    }

    private void pass(Duration time) throws Exception {
        offset = offset.plus(time);
        clock.offset(offset);
    }

    private static byte[] name(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
