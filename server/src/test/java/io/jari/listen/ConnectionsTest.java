package io.jari.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final int MOST = 50;
    private final Connections connections = new Connections(MOST);
    private final List<EmbeddedChannel> admitted = new ArrayList<>();

    private boolean come(boolean asks) {
        var pace = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(1));
        var channel = new EmbeddedChannel(pace);
        if (asks) {
            channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
        }
        admitted.add(channel);
        return connections.admit(channel, pace);
    }

    private long open() {
        return admitted.stream().filter(EmbeddedChannel::isOpen).count();
    }

    @Test
    void whoOpensThousandsAndSaysNothingKeepsNobodyOut() {
        for (var i = 0; i < 3_000; i++) {
            assertThat(come(false)).isTrue();
        }
        assertThat(open()).isEqualTo(MOST);
        assertThat(connections.number()).isEqualTo(MOST);
        assertThat(come(true)).isTrue();
        assertThat(admitted.getLast().isOpen()).isTrue();
    }

    @Test
    void whoWaitsForAnAnswerIsNotSentAwayForAnother() {
        for (var i = 0; i < MOST; i++) {
            assertThat(come(true)).isTrue();
        }
        assertThat(come(true)).isFalse();
        assertThat(connections.number()).isEqualTo(MOST);
        admitted.subList(0, 20).forEach(channel -> {
            var _ = channel.close();
        });
        admitted.subList(0, 20).forEach(EmbeddedChannel::runPendingTasks);
        assertThat(connections.number()).isEqualTo(MOST - 20);
        assertThat(come(true)).isTrue();
    }

    /** The twin: without a bound all of them stay. */
    @Test
    void withoutABoundAllStay() {
        var unbounded = new Connections(Integer.MAX_VALUE);
        for (var i = 0; i < 3_000; i++) {
            assertThat(unbounded.admit(new EmbeddedChannel(), null)).isTrue();
        }
        assertThat(unbounded.number()).isEqualTo(3_000);
    }
}
