package io.jari.bench.crowd;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer.
 *
 * @param status 0 when the connection broke, or no answer came in time
 * @param retryAfter seconds, or {@link io.jari.bench.wire.ResponseReader#NONE}
 * @param due when it was to be asked, in nanoseconds since the beginning: from then on it is waited for
 * @param asked when it was, likewise
 * @param at when it was heard, likewise
 */
record Heard(int person, What what, int status, int retryAfter, Buffer body, long due, long asked, long at) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether asking again later may help: nobody is to be told so by a browser. */
    boolean later() {
        return status == 0 || status == 429 || status >= 500;
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    Told told() {
        return Told.of(text());
    }
}
