package io.jari.console.revenue;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hotel's nights: what is sold, what is left, at what price; and how they are changed. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record InventoryPage(
        Console console,
        String base,
        String api,
        Grid grid,
        RateForm form,
        List<Choice> types,
        List<Choice> weekdays,
        @Nullable Preview preview,
        List<ChangeRow> changes,
        Overbooking overbooking)
        implements TemplateInstance {

    /** What can be chosen. */
    record Choice(String value, String words, boolean chosen) {}

    /** The nights of a page, and the way to others. */
    record Grid(
            String from, int days, String earlier, String later, List<Day> columns, List<Row> rows, List<Cell> house) {}

    record Day(String weekday, String date, boolean rest) {}

    record Row(String name, List<Cell> cells) {}

    /**
     * One night of a type.
     *
     * @param state none, few, stop or over: how much there is to look at
     */
    record Cell(String state, int left, int sold, int target, String price, List<String> notes) {}

    /**
     * What a change would do.
     *
     * @param fields of the API's body, by name, as text
     * @param more nights beyond those shown
     */
    record Preview(String words, int count, int more, boolean far, List<Moved> nights, List<Field> fields) {}

    record Moved(String date, String type, String before, String after, String sale) {}

    /** @param type of the value in JSON */
    record Field(String name, String type, String value) {}

    /** @param state why there is nothing to undo; empty: there is */
    record ChangeRow(String id, String at, String who, String words, String state) {}

    /** The chance that a limit walks a guest. */
    record Overbooking(
            String seen,
            boolean small,
            boolean mayChange,
            String hotels,
            List<String> percents,
            List<Risk> rows,
            Risk house) {}

    /**
     * One room type's.
     *
     * @param own empty: the hotel's percent applies
     * @param chances at each of the percents
     */
    record Risk(
            String id,
            String version,
            String name,
            int rooms,
            String own,
            String chance,
            String limit,
            List<String> chances) {}
}
