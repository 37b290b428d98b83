package io.jari.console.desk;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.NightRangeResult;
import io.jari.page.Form;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody on the telephone wants: tonight, two guests and one room unless said.
 *
 * @param type the room type chosen; null: none yet
 * @param refused why it was not booked a moment ago; empty: it was not tried
 * @param flaw the key of the text that says what was wrong with the dates
 */
public record BookingWish(
        LocalDate startDate,
        LocalDate endDate,
        int guests,
        int rooms,
        @Nullable String type,
        String refused,
        @Nullable String flaw) {
    private static final int MOST_GUESTS = 2_000;
    private static final int MOST_NIGHTS = 60;

    static BookingWish of(Form form, LocalDate today) {
        var start = Asked.date(form, "startDate");
        var end = Asked.date(form, "endDate");
        var usual = start == null ? today : start;
        return new BookingWish(
                usual,
                end != null && NightRange.of(usual, end) instanceof NightRange ? end : usual.plusDays(1),
                Asked.number(form, "guests", 2, MOST_GUESTS),
                Asked.number(form, "rooms", 1, Claim.MAX_ROOMS),
                Asked.id(form, "type"),
                form.text("refused"),
                flaw(start, end));
    }

    private static @Nullable String flaw(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null) {
            return null;
        }
        return switch (NightRange.of(start, end)) {
            case NightRange nights -> nights.nights() > MOST_NIGHTS ? "flaw.long" : null;
            case NightRangeResult.Refusal _ -> "flaw.dates";
        };
    }

    NightRange nights() {
        return new NightRange(startDate, endDate);
    }

    /** As an address says it. */
    public String query() {
        return "?startDate=" + startDate + "&endDate=" + endDate + "&guests=" + guests + "&rooms=" + rooms;
    }

    String query(String roomTypeId) {
        return query() + "&type=" + roomTypeId;
    }
}
