package io.jari.http;

import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.util.Date;

/** The time by this machine's clock as answers tell it (RFC 9110, 6.6.1): for caches, and for pages that count down. Written once a second. */
final class HttpDate {
    private static volatile HttpDate last = new HttpDate(0);

    private final long second;
    private final String text;

    private HttpDate(long second) {
        this.second = second;
        this.text = DateFormatter.format(Date.from(Instant.ofEpochSecond(second)));
    }

    static String now() {
        var second = System.currentTimeMillis() / 1_000;
        var known = last;
        if (known.second != second) {
            known = new HttpDate(second);
            last = known;
        }
        return known.text;
    }
}
