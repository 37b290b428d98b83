package io.jari.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SecurityLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final SecurityLog log = new SecurityLog(new byte[32], nanos::get, lines::add);

    @Test
    void aFloodIsCountedAndNotWritten() {
        for (var i = 0; i < 1_000; i++) {
            log.note("refused", "nobody", 7);
        }
        assertThat(lines).hasSize(SecurityLog.MOST_A_SECOND).noneMatch(line -> line.contains("more before"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        log.note("refused", "account:1", 7);
        log.note("refused", "account:1", 7);
        assertThat(lines.get(SecurityLog.MOST_A_SECOND))
                .startsWith("refused by account:1 from ")
                .endsWith("(and 980 more before, not told)");
        assertThat(lines.getLast()).doesNotContain("more before");
    }

    @Test
    void anAddressIsKnownAgainAndNotTold() {
        var address = 0xffff_7f00_0001L;
        log.note("x", "a", address);
        log.note("x", "a", address);
        log.note("x", "a", address + 1);
        assertThat(lines.get(0)).isEqualTo(lines.get(1)).isNotEqualTo(lines.get(2));
        new SecurityLog(new byte[] {1}, nanos::get, lines::add).note("x", "a", address);
        assertThat(lines.get(3)).as("another house's").isNotEqualTo(lines.get(0));
        assertThat(lines.getFirst()).matches("x by a from [0-9a-f]{12}");
    }
}
