package io.jari.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: opaque to callers, what the last one was ordered by to us. Anything that we did not write is 400. */
public final class Cursor {
    private static final String BAR = "|";
    /** What the database can compare with. */
    private static final Pattern TEXT = Pattern.compile("[!-~]{1,200}");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Cursor() {}

    /** The id after which to go on; 0 to begin. */
    public static long after(@Nullable String cursor) {
        return cursor == null ? 0 : parse(cursor, 1, parts -> Math.max(0L, Long.parseLong(parts.getFirst())));
    }

    /** The cursor to what follows these: none of them with a bar in it. */
    public static String of(Object... parts) {
        var text = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(BAR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * What a cursor was made of.
     *
     * @param count of its parts
     * @param made from these; may throw what parsing numbers and times throws
     */
    public static <T> T parse(String cursor, int count, Function<List<String>, T> made) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            var parts = List.of(text.split(Pattern.quote(BAR), -1));
            if (parts.size() == count && TEXT.matcher(text).matches()) {
                return made.apply(parts);
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // the same answer as for too few parts
        }
        throw Problem.invalid("cursor", "is not one that a list gave").exception();
    }

    /** A part that is a time, within what the database knows. */
    public static Instant time(String part) {
        var time = Instant.parse(part);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException(part);
        }
        return time;
    }

    /** The same of a day. */
    public static LocalDate date(String part) {
        return time(part + "T00:00:00Z").atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The page, with a link to the next one when it is full. */
    public static <T> Response page(List<T> page, int limit, UriInfo uri, ToLongFunction<T> id) {
        return page(page, page.size() == limit ? of(id.applyAsLong(page.getLast())) : null, uri);
    }

    /**
     * The page, with a link to the next one.
     *
     * @param next the cursor to it; null: it is the last
     */
    public static Response page(Object page, @Nullable String next, UriInfo uri) {
        var response = Response.ok(page);
        if (next != null) {
            var more =
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
            response.header("Link", "<" + more.getRawPath() + "?" + more.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
