package io.jari.board;

import io.jari.http.SecurityHeaders;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a body on the wire, in the form that the request can read, or says that the asker has it. */
final class SeatAnswer {
    private static final CharSequence BINARY = HttpHeaders.createOptimized(BinarySeats.MEDIA_TYPE);
    private static final CharSequence JSON = HttpHeaders.createOptimized(JsonSeats.MEDIA_TYPE);
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence ASK_AGAIN = HttpHeaders.createOptimized("public, max-age=0, must-revalidate");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final int NOT_MODIFIED = 304;

    private SeatAnswer() {}

    static boolean wantsJson(HttpServerRequest request) {
        return !names(request.getHeader(HttpHeaders.ACCEPT), BinarySeats.MEDIA_TYPE);
    }

    static boolean isKnown(HttpServerRequest request, Board board) {
        @Nullable String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known == null) {
            return false;
        }
        var at = known.indexOf(board.tag());
        return known.equals("*")
                || (at > 0
                        && known.charAt(at - 1) == '"'
                        && known.startsWith("\"", at + board.tag().length()));
    }

    static void notModified(HttpServerRequest request, Board board) {
        var response = request.response();
        common(request, board);
        response.setStatusCode(NOT_MODIFIED).end();
    }

    static void send(HttpServerRequest request, Board board, boolean json, SeatBodies.Body body) {
        common(request, board);
        var response = request.response();
        var headers = response.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, json ? JSON : BINARY);
        var gzip = body.gzip();
        if (gzip != null && names(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "gzip")) {
            headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            headers.set(HttpHeaders.CONTENT_LENGTH, body.gzipLength());
            response.end(gzip);
        } else {
            headers.set(HttpHeaders.CONTENT_LENGTH, body.length());
            response.end(body.plain());
        }
    }

    private static void common(HttpServerRequest request, Board board) {
        var headers = request.response().headers();
        headers.set(HttpHeaders.ETAG, board.bodies().etag());
        headers.set(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        headers.set(HttpHeaders.VARY, VARY);
        SecurityHeaders.ofData(headers);
    }

    /** Whether a header lists this, other than with {@code q=0}. */
    private static boolean names(@Nullable String header, String what) {
        if (header == null) {
            return false;
        }
        if (header.equals(what)) {
            return true;
        }
        for (var item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var end = item.indexOf(';');
            var name = end < 0 ? item : item.substring(0, end);
            if (name.strip().equals(what)) {
                return end < 0 || !item.substring(end).replace(" ", "").matches(";q=0(\\.0*)?");
            }
        }
        return false;
    }
}
