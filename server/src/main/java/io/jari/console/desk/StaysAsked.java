package io.jari.console.desk;

import io.jari.booking.DeskQuery;
import io.jari.page.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the desk looks for. One field takes whatever the guest says: a name, a number, an address, the id of a letter.
 *
 * @param on arrival, departure or in-house
 * @param state of the stay, else of its money; empty: any
 */
public record StaysAsked(String q, @Nullable LocalDate date, String on, String state) {
    static final List<String> STATES = List.of(
            "pending", "paid", "checked_in", "checked_out", "no_show", "walked", "canceled", "refunded", "rejected");
    private static final List<String> OF_MONEY = List.of("pending", "paid", "canceled", "refunded", "rejected");
    private static final Pattern PHONE = Pattern.compile("[+0-9 ().-]{3,30}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{20,40}");
    private static final int MOST_LETTERS = 100;

    static StaysAsked of(Form form) {
        var q = form.text("q");
        var on = form.text("on");
        var state = form.text("state");
        return new StaysAsked(
                q.length() > MOST_LETTERS ? q.substring(0, MOST_LETTERS) : q,
                Asked.date(form, "date"),
                on.equals("arrival") || on.equals("departure") ? on : "in-house",
                STATES.contains(state) ? state : "");
    }

    boolean isEmpty() {
        return q.isEmpty() && date == null && state.isEmpty();
    }

    StaysAsked at(LocalDate day) {
        return new StaysAsked(q, day, on, state);
    }

    DeskQuery query(DeskQuery.@Nullable After after, int limit) {
        var isId = ID.matcher(q).matches() && q.chars().anyMatch(Character::isDigit);
        var isPhone = !isId && PHONE.matcher(q).matches() && q.chars().anyMatch(Character::isDigit);
        var isMail = q.contains("@");
        var ofMoney = OF_MONEY.contains(state);
        return new DeskQuery(
                q.isEmpty() || isId || isPhone || isMail ? null : q,
                isPhone ? q : null,
                isMail ? q : null,
                isId ? q : null,
                ofMoney ? state : null,
                state.equals("pending") || state.equals("paid") ? "booked" : ofMoney || state.isEmpty() ? null : state,
                date,
                switch (on) {
                    case "arrival" -> DeskQuery.On.ARRIVAL;
                    case "departure" -> DeskQuery.On.DEPARTURE;
                    default -> DeskQuery.On.IN_HOUSE;
                },
                after,
                limit);
    }

    /** As an address says it, with the place to go on from. */
    String link(String cursor) {
        return "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)
                + "&date=" + (date == null ? "" : date)
                + "&on=" + on
                + "&state=" + state
                + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    public boolean isOn(String other) {
        return on.equals(other);
    }

    public boolean isState(String other) {
        return state.equals(other);
    }
}
