package io.jari.bench.load;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What the people do. Called from the event loops, several at once. */
public interface Script {
    /** What this person sends next; null when there is nothing left to do. */
    @Nullable
    Buffer next(int person);

    /** What came back; status 0 when the connection broke instead. */
    void heard(int person, int status, String body, long nanos);

    /** Whether {@link #heard} is to be given bodies. */
    boolean wantsBodies();
}
