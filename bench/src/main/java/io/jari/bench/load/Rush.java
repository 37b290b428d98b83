package io.jari.bench.load;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Queue;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Everybody reserves as fast as the answers come, until time is up or everything is sent. */
public final class Rush implements Script {
    private final Queue<Buffer> requests;
    private final Window window;

    public Rush(Queue<Buffer> requests, Window window) {
        this.requests = requests;
        this.window = window;
    }

    @Override
    public @Nullable Buffer next(int person) {
        return window.isOpen() ? requests.poll() : null;
    }

    @Override
    public void heard(int person, int status, String body, long nanos) {
        window.heard(status, nanos);
    }

    @Override
    public boolean wantsBodies() {
        return false;
    }

    /** How long was measured; shorter than planned where the requests ran out. */
    public double seconds() {
        return requests.isEmpty() ? window.secondsUntilLast() : window.seconds();
    }

    public Histogram acceptedMicros() {
        return window.acceptedMicros();
    }

    public Map<Integer, Long> byStatus() {
        return window.byStatus();
    }
}
