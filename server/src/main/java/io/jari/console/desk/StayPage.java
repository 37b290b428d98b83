package io.jari.console.desk;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stay, with all that the desk can do about it.
 *
 * @param arrive how the guest can be checked in; null: not now
 * @param moves of each room that the guest is in
 * @param change how the stay can be changed; null: not any more
 */
@CheckedTemplate(basePath = "console/desk", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record StayPage(
        Console console,
        String base,
        StayRow row,
        StayView stay,
        StayState can,
        @Nullable Arrive arrive,
        List<RoomMoveForm> moves,
        @Nullable StayChangeView change,
        StayMoney money,
        List<Letter> letters,
        List<Did> journal)
        implements TemplateInstance {

    /**
     * A stay in words.
     *
     * @param why why it ended before it began, and what was kept; may be empty
     * @param fee what canceling costs now
     * @param payBy until when it must be paid; null where it is, or need not be
     */
    record StayView(
            String arrival,
            String departure,
            String length,
            String booked,
            List<Night> nights,
            String terms,
            String fee,
            @Nullable String payBy,
            String why,
            @Nullable String note) {}

    /** What a night costs, one room of it. */
    record Night(String date, String price, List<String> why) {}

    /** Rooms to choose from, and the types that are not what was booked. */
    record Arrive(int rooms, List<RoomGroup> free, List<RackPage.Type> others) {}

    /** A letter about it. */
    record Letter(String id, String kind, String state, String when, boolean resendable) {}

    /** What was done. */
    record Did(
            String when, String what, String who, @Nullable String body) {}
}
