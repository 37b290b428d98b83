package io.jari.provider.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Text that is HTML already. Anything else that gets into it is escaped, whatever it is. */
record Html(String text) {
    static final Html NONE = new Html("");

    /** The template has a {@code %s} for each part. */
    static Html of(String template, Object... parts) {
        return new Html(template.formatted(Arrays.stream(parts).map(Html::safe).toArray()));
    }

    static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::text).collect(Collectors.joining("\n")));
    }

    private static String safe(Object part) {
        return part instanceof Html(var text) ? text : escaped(part.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
