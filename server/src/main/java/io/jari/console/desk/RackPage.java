package io.jari.console.desk;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rooms by nights.
 *
 * @param type the room type shown; empty: all
 * @param occupied rooms with somebody in them, of whom one can be moved
 * @param move the move that was asked for
 */
@CheckedTemplate(basePath = "console/desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RackPage(
        Console console,
        String base,
        String api,
        Span span,
        String type,
        List<Type> types,
        List<Night> days,
        List<Row> rooms,
        List<Broken> broken,
        List<RoomGroup.Choice> occupied,
        @Nullable RoomMoveForm move)
        implements TemplateInstance {

    /** The nights shown, and those around them. */
    record Span(
            String nights, LocalDate start, LocalDate before, LocalDate after, LocalDate today, LocalDate tomorrow) {}

    /** A room type to choose. */
    record Type(String id, String name, boolean chosen) {
        static List<Type> of(Desk desk, String chosen) {
            return desk.types().entrySet().stream()
                    .map(type -> new Type(
                            type.getKey(), type.getValue(), type.getKey().equals(chosen)))
                    .toList();
        }
    }

    /** The head of a column. */
    record Night(String weekday, int day, boolean weekend, boolean today) {}

    /**
     * A room.
     *
     * @param lingering the stay of whoever is still in it though the nights are over; null: nobody
     */
    record Row(
            String id,
            String number,
            String type,
            boolean clean,
            @Nullable String lingering,
            List<Cell> cells) {}

    /**
     * Some nights of a room.
     *
     * @param kind free, guest or broken
     */
    record Cell(
            int nights, String kind, String words, @Nullable String link) {}

    /** A repair. */
    record Broken(String id, String number, String dates, String reason) {}
}
