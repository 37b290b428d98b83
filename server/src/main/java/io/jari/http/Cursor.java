package io.jari.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: opaque to callers, the last id given to us. */
public final class Cursor {
    private Cursor() {}

    /** The id after which to go on; 0 to begin. Anything that we did not write is 400. */
    public static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Math.max(
                    0, Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("cursor", "must be taken from a Link header").exception();
        }
    }

    /** The cursor to what follows an id. */
    public static String of(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }

    /** The page, with a link to the next one when it is full. */
    public static <T> Response page(List<T> page, int limit, UriInfo uri, ToLongFunction<T> id) {
        var response = Response.ok(page);
        if (page.size() == limit) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", of(id.applyAsLong(page.getLast())))
                    .build();
            response.link(next.getRawPath() + "?" + next.getRawQuery(), "next");
        }
        return response.build();
    }
}
