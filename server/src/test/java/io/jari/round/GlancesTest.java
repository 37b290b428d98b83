package io.jari.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GlancesTest {
    private record Sleeper(String condition, AtomicInteger woken) implements Glance {
        Sleeper(String condition) {
            this(condition, new AtomicInteger());
        }

        @Override
        public void wake() {
            woken.incrementAndGet();
        }
    }

    @Test
    void whoHasSomethingToDoIsWokenAndNobodyElse() throws Exception {
        var due = new Sleeper("(select timestamptz '2020-01-01 00:00Z' order by 1 limit 1) <= it.now");
        var later = new Sleeper("(select timestamptz '3020-01-01 00:00Z' order by 1 limit 1) <= it.now");
        var nothing = new Sleeper("(select it.now where false) <= it.now");
        var glances = new Glances(TestPostgres.fresh(), List.of(due, later, nothing));
        for (var n = 1; n <= 3; n++) {
            assertThat(glances.look()).isFalse();
            assertThat(due.woken()).hasValue(n);
        }
        assertThat(later.woken()).hasValue(0);
        assertThat(nothing.woken()).hasValue(0);
    }
}
