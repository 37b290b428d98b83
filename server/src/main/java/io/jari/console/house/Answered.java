package io.jari.console.house;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the API answered to a page that shows it.
 *
 * @param next the page's own address with what follows; null: this is the end
 */
record Answered<T>(T body, @Nullable String next) {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&]+)");

    static <T> Answered<T> of(Response response, Class<T> type) {
        return new Answered<>(type.cast(response.getEntity()), next(response));
    }

    static <T> Answered<List<T>> list(Response response, Class<T> type) {
        var body = ((List<?>) response.getEntity()).stream().map(type::cast).toList();
        return new Answered<>(body, next(response));
    }

    private static @Nullable String next(Response response) {
        var link = NEXT.matcher(String.valueOf(response.getHeaderString("Link")));
        return link.find() ? link.group(1) : null;
    }

    /** What the next page begins with. */
    @Nullable
    String cursor() {
        var found = CURSOR.matcher(String.valueOf(next));
        return found.find() ? found.group(1) : null;
    }
}
