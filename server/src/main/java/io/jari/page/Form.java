package io.jari.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a form or a query string brought, as text that can be stored and shown. */
public record Form(MultivaluedMap<String, String> fields) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    /** Never null; without control characters and outer blanks. */
    public String text(String name) {
        var text = fields.getFirst(name);
        return text == null
                ? ""
                : CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll(" ").strip();
    }

    @Nullable
    public String maybe(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** Null when it is no number. */
    @Nullable
    public Integer number(String name) {
        var text = text(name);
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    /** All of a name that are numbers, each once, in order; at most so many. */
    public List<Integer> numbers(String name, int most) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .distinct()
                .limit(most)
                .toList();
    }
}
