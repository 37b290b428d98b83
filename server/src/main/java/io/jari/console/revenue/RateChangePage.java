package io.jari.console.revenue;

import io.jari.console.Console;
import io.jari.console.revenue.InventoryPage.ChangeRow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A change of prices: the nights it altered and what was sold under it. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RateChangePage(
        Console console,
        String base,
        String api,
        ChangeRow change,
        List<Altered> nights,
        int more,
        List<Sold> sold,
        boolean most)
        implements TemplateInstance {

    record Altered(String date, String type, String before, String after, String sale) {}

    record Sold(String id, String type, String dates, int rooms, String total, String status, String at) {}
}
