package io.jari.board;

import io.jari.core.seat.SeatStates;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What is sent of one board, each made once, when it is first asked for, and shared by all who ask. */
final class SeatBodies {
    /** A larger body takes milliseconds to make: not on the event loop. */
    private static final int QUICK_SEATS = 2_000;

    private static final int SLACK_BYTES = 64 * 1024;
    private final Board board;
    private final ConcurrentHashMap<SeatAsk, Body> made = new ConcurrentHashMap<>();
    private final CharSequence etag;
    private final AtomicInteger madeBytes = new AtomicInteger();

    /** The same bytes, plain and, where that is less, compressed; with their lengths as headers have them. */
    record Body(Buffer plain, CharSequence length, @Nullable Buffer gzip, CharSequence gzipLength) {
        int bytes() {
            return plain.length() + (gzip == null ? 0 : gzip.length()) + 256;
        }
    }

    SeatBodies(Board board) {
        this.board = board;
        this.etag = HttpHeaders.createOptimized("W/\"" + board.tag() + "\"");
    }

    /** Weak: the same for all forms of what is the same to who reads it. */
    CharSequence etag() {
        return etag;
    }

    /** Null when it is yet to be made. */
    @Nullable
    Body known(SeatAsk ask) {
        return made.get(ask);
    }

    /** Whether making it takes so little that the event loop may. */
    boolean isQuick(SeatAsk ask) {
        return !ask.json() || to(ask) - from(ask) <= QUICK_SEATS || changed(ask) != null;
    }

    Body of(SeatAsk ask) {
        var known = made.get(ask);
        if (known != null) {
            return known;
        }
        var changed = changed(ask);
        if (changed == null && ask.since() >= 0) {
            return of(ask.sinceUnknown());
        }
        var body = body(ask.json() ? JsonSeats.write(board, ask, changed) : BinarySeats.write(board, ask, changed));
        // What would take too much memory is made again for whoever asks.
        if (madeBytes.addAndGet(body.bytes()) <= mostBytes()) {
            var before = made.putIfAbsent(ask, body);
            if (before == null) {
                return body;
            }
            madeBytes.addAndGet(-body.bytes());
            return before;
        }
        madeBytes.addAndGet(-body.bytes());
        return body;
    }

    int from(SeatAsk ask) {
        return ask.zone() == SeatAsk.ALL
                ? 0
                : board.seats().zones().get(ask.zone()).from();
    }

    int to(SeatAsk ask) {
        return ask.zone() == SeatAsk.ALL
                ? board.size()
                : board.seats().zones().get(ask.zone()).to();
    }

    /** The seats whose changes are the answer, in order; null when everything is: not asked otherwise, not known, or shorter. */
    private int @Nullable [] changed(SeatAsk ask) {
        if (ask.since() < 0) {
            return null;
        }
        var changed = board.changedSince(ask.since()).orElse(null);
        if (changed != null && ask.zone() != SeatAsk.ALL) {
            var from = from(ask);
            var to = to(ask);
            changed = Arrays.stream(changed)
                    .filter(seat -> seat >= from && seat < to)
                    .toArray();
        }
        return changed == null || BinarySeats.changeBytes(changed.length) > SeatStates.bytes(to(ask) - from(ask))
                ? null
                : changed;
    }

    /** Room for the whole board in all forms, whole, by zones, and once more for those who knew too little; and for changes. */
    int mostBytes() {
        var json = board.seats().nameBytes() + JsonSeats.MOST_BYTES_BESIDE_NAME * board.size();
        return SLACK_BYTES + 4 * (json + SeatStates.bytes(board.size()));
    }

    int madeBytes() {
        return madeBytes.get();
    }

    private static Body body(byte[] plain) {
        var zipped = gzip(plain);
        var smaller = zipped.length < plain.length;
        return new Body(
                Buffer.buffer(plain),
                HttpHeaders.createOptimized(Integer.toString(plain.length)),
                smaller ? Buffer.buffer(zipped) : null,
                HttpHeaders.createOptimized(Integer.toString(zipped.length)));
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(512 + plain.length / 4);
        try (var gzip = new FastGzip(bytes, plain.length)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {
        private static final int SMALL = 16 * 1024;

        FastGzip(OutputStream out, int length) throws IOException {
            super(out);
            def.setLevel(length > SMALL ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
        }
    }
}
