package io.jari.board;

import io.jari.http.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request asks of a board. Whatever cannot be read throws a {@link Problem} that names the parameter. */
final class SeatQuery {
    /** As a tag of ours; a whole ETag will do. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9a-f]{8})-([0-9]{1,18})\"?");

    private static final String SINCE_EXAMPLE = "must be epoch-version as in the ETag, such as 0a1b2c3d-17";

    private SeatQuery() {}

    static SeatAsk parse(@Nullable String query, Board board, boolean json) {
        var zone = SeatAsk.ALL;
        var since = SeatAsk.NOTHING;
        if (query != null) {
            for (var parameter : query.split("&", -1)) {
                if (parameter.startsWith("since=")) {
                    since = since("since", value(parameter, "since="), board);
                } else if (parameter.startsWith("zone=")) {
                    zone = zone(value(parameter, "zone="), board);
                }
            }
        }
        return new SeatAsk(zone, since, json);
    }

    /** @param name of what carries it, for who sent nonsense */
    static long since(String name, String tag, Board board) {
        var parts = TAG.matcher(tag);
        if (!parts.matches()) {
            throw Problem.invalid(name, SINCE_EXAMPLE).exception();
        }
        var version = Long.parseLong(parts.group(2));
        return Long.parseLong(parts.group(1), 16) == board.epoch() && board.knowsSince(version)
                ? version
                : SeatAsk.UNKNOWN;
    }

    private static int zone(String name, Board board) {
        return board.seats()
                .zone(name)
                .orElseThrow(() ->
                        Problem.invalid("zone", "must be the name of a zone").exception());
    }

    private static String value(String parameter, String before) {
        var value = parameter.substring(before.length());
        return value.indexOf('%') < 0 && value.indexOf('+') < 0 ? value : QueryStringDecoder.decodeComponent(value);
    }
}
