package io.jari.console.revenue;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What nights brought in, and will as far as they are sold. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FiguresPage(
        Console console,
        String base,
        String from,
        String last,
        List<Range> ranges,
        @Nullable String flaw,
        List<Sum> sums,
        List<RawString> plots,
        List<Row> rows,
        String csv)
        implements TemplateInstance {

    /** A span that is often asked for. */
    record Range(String words, String link, boolean current) {}

    record Sum(String label, String value) {}

    record Row(
            String date,
            int rooms,
            int sold,
            String occupancy,
            String revenue,
            String daily,
            String available,
            int made,
            int arrivals,
            int canceled,
            int noShows,
            int walked) {}
}
