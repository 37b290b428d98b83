package io.jari.bench.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads HTTP/1.1 responses that come one at a time, however the network cuts them. Only what a generator needs, so that
 * it leaves the cores to the server: the status, and where the response ends.
 */
public final class ResponseReader {
    /** What {@link #retryAfterSeconds} is where there was no such header. */
    public static final int NONE = -1;

    private static final int INCOMPLETE = -1;
    private static final int NO_CONTENT = 204;
    private static final int HEAD_LIMIT = 64 * 1024;

    private Buffer received = Buffer.buffer();
    private int bodyFrom = INCOMPLETE;
    private int bodyLength = INCOMPLETE;
    private int status;
    private int retryAfter = NONE;

    /** Takes what arrived; true when a response is complete, which {@link #status} and {@link #body} then tell. */
    public boolean feed(Buffer more) {
        received = received.length() == 0 ? more : received.appendBuffer(more);
        if (bodyFrom == INCOMPLETE && !readHead()) {
            return false;
        }
        return bodyLength == INCOMPLETE ? chunksEnd() : received.length() >= bodyFrom + bodyLength;
    }

    public int status() {
        return status;
    }

    /** What the header Retry-After says, or {@link #NONE}. Dates are not understood. */
    public int retryAfterSeconds() {
        return retryAfter;
    }

    /** The body's bytes; only of a response that did not come in chunks. */
    public Buffer content() {
        return received.getBuffer(bodyFrom, received.length());
    }

    /** As it came: with the sizes of its chunks, if it came in chunks. */
    public String body() {
        return received.getString(bodyFrom, received.length());
    }

    /** Ready for the next one. */
    public void clear() {
        received = Buffer.buffer();
        bodyFrom = INCOMPLETE;
        bodyLength = INCOMPLETE;
    }

    private boolean readHead() {
        var end = headEnd();
        if (end == INCOMPLETE) {
            if (received.length() > HEAD_LIMIT) {
                throw new IllegalStateException("A response head of more than " + HEAD_LIMIT + " bytes");
            }
            return false;
        }
        bodyFrom = end + 4;
        status = (received.getByte(9) - '0') * 100 + (received.getByte(10) - '0') * 10 + received.getByte(11) - '0';
        var head = received.getString(0, end + 2, StandardCharsets.ISO_8859_1.name())
                .toLowerCase(Locale.ROOT);
        retryAfter = number(head, "\r\nretry-after:");
        bodyLength = number(head, "\r\ncontent-length:");
        if (bodyLength >= 0) {
            return true;
        }
        if (status == NO_CONTENT || !head.contains("\r\ntransfer-encoding: chunked")) {
            bodyLength = 0;
        }
        return true;
    }

    private static int number(String head, String name) {
        var at = head.indexOf(name);
        if (at < 0) {
            return NONE;
        }
        var from = at + name.length();
        var text = head.substring(from, head.indexOf("\r\n", from)).strip();
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : NONE;
    }

    private int headEnd() {
        for (var i = 0; i + 3 < received.length(); i++) {
            if (received.getByte(i) == '\r'
                    && received.getByte(i + 1) == '\n'
                    && received.getByte(i + 2) == '\r'
                    && received.getByte(i + 3) == '\n') {
                return i;
            }
        }
        return INCOMPLETE;
    }

    private boolean chunksEnd() {
        var at = bodyFrom;
        while (true) {
            var lineEnd = at;
            while (lineEnd + 1 < received.length()
                    && (received.getByte(lineEnd) != '\r' || received.getByte(lineEnd + 1) != '\n')) {
                lineEnd++;
            }
            if (lineEnd + 1 >= received.length()) {
                return false;
            }
            var size = Integer.parseInt(
                    received.getString(at, lineEnd).split(";", 2)[0].strip(), 16);
            at = lineEnd + 2 + size + 2;
            if (at > received.length()) {
                return false;
            }
            if (size == 0) {
                return true;
            }
        }
    }
}
