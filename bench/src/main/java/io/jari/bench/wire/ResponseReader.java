package io.jari.bench.wire;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    private static final byte[] RETRY_AFTER = name("retry-after:");
    private static final byte[] CONTENT_LENGTH = name("content-length:");
    private static final byte[] TRANSFER_ENCODING = name("transfer-encoding:");
    private static final byte[] NOTHING = {};
    private static final int TO_LOWER_CASE = 0x20;

    private byte[] received = NOTHING;
    private int bodyFrom = INCOMPLETE;
    private int bodyLength = INCOMPLETE;
    private int status;
    private int retryAfter = NONE;

    /** Takes what arrived; true when a response is complete, which {@link #status} and {@link #body} then tell. */
    public boolean feed(Buffer more) {
        received = received.length == 0 ? more.getBytes() : joined(received, more.getBytes());
        if (bodyFrom == INCOMPLETE && !readHead()) {
            return false;
        }
        return bodyLength == INCOMPLETE ? chunksEnd() : received.length >= bodyFrom + bodyLength;
    }

    private static byte[] joined(byte[] first, byte[] more) {
        var both = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, both, first.length, more.length);
        return both;
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
        return Buffer.buffer(Arrays.copyOfRange(received, bodyFrom, received.length));
    }

    /** As it came: with the sizes of its chunks, if it came in chunks. */
    public String body() {
        return new String(received, bodyFrom, received.length - bodyFrom, StandardCharsets.UTF_8);
    }

    /** Ready for the next one. */
    public void clear() {
        received = NOTHING;
        bodyFrom = INCOMPLETE;
        bodyLength = INCOMPLETE;
    }

    private boolean readHead() {
        var end = headEnd();
        if (end == INCOMPLETE) {
            if (received.length > HEAD_LIMIT) {
                throw new IllegalStateException("A response head of more than " + HEAD_LIMIT + " bytes");
            }
            return false;
        }
        bodyFrom = end + 4;
        status = (received[9] - '0') * 100 + (received[10] - '0') * 10 + received[11] - '0';
        retryAfter = NONE;
        bodyLength = NONE;
        var chunked = false;
        for (var from = lineEnd(0) + 2; from < end; from = lineEnd(from) + 2) {
            if (is(RETRY_AFTER, from)) {
                retryAfter = number(from + RETRY_AFTER.length);
            } else if (is(CONTENT_LENGTH, from)) {
                bodyLength = number(from + CONTENT_LENGTH.length);
            } else if (is(TRANSFER_ENCODING, from)) {
                chunked = true; // no server sends another one unasked
            }
        }
        if (bodyLength == NONE && (status == NO_CONTENT || !chunked)) {
            bodyLength = 0;
        }
        return true;
    }

    private static byte[] name(String lowerCase) {
        return lowerCase.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the header that begins there has this name, in capitals or not. */
    private boolean is(byte[] name, int from) {
        if (from + name.length > received.length) {
            return false;
        }
        for (var i = 0; i < name.length; i++) {
            if ((received[from + i] | TO_LOWER_CASE) != (name[i] | TO_LOWER_CASE)) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        var text = new String(received, from, lineEnd(from) - from, StandardCharsets.US_ASCII).strip();
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : NONE;
    }

    private int headEnd() {
        for (var i = 0; i + 3 < received.length; i++) {
            if (received[i] == '\r' && received[i + 1] == '\n' && received[i + 2] == '\r' && received[i + 3] == '\n') {
                return i;
            }
        }
        return INCOMPLETE;
    }

    /** Where the line ends that begins there; or the end of what came, where its end has not. */
    private int lineEnd(int from) {
        for (var i = from; i + 1 < received.length; i++) {
            if (received[i] == '\r' && received[i + 1] == '\n') {
                return i;
            }
        }
        return received.length;
    }

    private boolean chunksEnd() {
        var at = bodyFrom;
        while (true) {
            var lineEnd = lineEnd(at);
            if (lineEnd == received.length) {
                return false;
            }
            var line = new String(received, at, lineEnd - at, StandardCharsets.US_ASCII);
            var size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            at = lineEnd + 2 + size + 2;
            if (at > received.length) {
                return false;
            }
            if (size == 0) {
                return true;
            }
        }
    }
}
