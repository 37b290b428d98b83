package io.jari.board;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a date's seats, read by hand: this is done for each request of a rush.
 *
 * @param concertId -1 where no number stands; likewise the date
 */
record SeatPath(int concertId, int dateId, boolean events) {
    private static final String CONCERTS = "/v1/concerts/";
    private static final String DATES = "/dates/";
    private static final String SEATS = "/seats";
    private static final String EVENTS = "/seats/events";
    private static final int MOST_DIGITS = 9;

    /** Null when something else is meant. */
    static @Nullable SeatPath of(@Nullable String path) {
        if (path == null || !path.startsWith(CONCERTS)) {
            return null;
        }
        var concertEnd = path.indexOf('/', CONCERTS.length());
        if (concertEnd < 0 || !path.startsWith(DATES, concertEnd)) {
            return null;
        }
        var date = concertEnd + DATES.length();
        var dateEnd = path.indexOf('/', date);
        var rest = dateEnd < 0 ? "" : path.substring(dateEnd);
        return rest.equals(SEATS) || rest.equals(EVENTS)
                ? new SeatPath(
                        number(path, CONCERTS.length(), concertEnd), number(path, date, dateEnd), rest.equals(EVENTS))
                : null;
    }

    private static int number(String path, int from, int to) {
        if (to == from || to - from > MOST_DIGITS) {
            return -1;
        }
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = path.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
