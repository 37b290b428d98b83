package io.jari.web;

import io.jari.page.Addresses;
import io.jari.page.Form;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wants to sit on, as a form or an address says it.
 *
 * @param block the part of the hall that is looked at; -1: none
 * @param seats by their numbers
 * @param howMany of the best
 * @param category of the best; empty: any
 * @param key makes one hold of any number of presses
 */
record SeatChoice(int block, List<Integer> seats, int howMany, String category, String key) {
    /** More than anybody may have: so that who wants too many is told. */
    private static final int MOST = 21;

    private static final int USUAL = 2;
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    static SeatChoice of(Form form) {
        var block = form.number("zone");
        var howMany = form.number("seats");
        var key = form.text("key");
        return new SeatChoice(
                block == null ? -1 : block,
                form.numbers("seat", MOST),
                howMany == null ? USUAL : Math.clamp(howMany, 1, MOST),
                form.text("category"),
                KEY.matcher(key).matches() ? key : freshKey());
    }

    SeatChoice withFreshKey() {
        return new SeatChoice(block, seats, howMany, category, freshKey());
    }

    static String freshKey() {
        return UUID.randomUUID().toString();
    }

    /** The address of a date's page with these chosen. */
    String link(String date) {
        var wanted = seats.stream().map(seat -> "&seat=" + seat).collect(Collectors.joining());
        return "%s?seats=%d&category=%s%s%s"
                .formatted(date, howMany, Addresses.encoded(category), block < 0 ? "" : "&zone=" + block, wanted);
    }
}
