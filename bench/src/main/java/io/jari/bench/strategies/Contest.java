package io.jari.bench.strategies;

/**
 * What is sold, and how much of it is wanted by all.
 *
 * @param stock rooms or seats
 * @param shape hot or spread
 */
record Contest(String stock, String shape) {

    /** In words, for a heading. */
    String told() {
        return switch (stock + " " + shape) {
            case "rooms hot" -> "Rooms, hot: one room type, the same three nights";
            case "rooms spread" -> "Rooms, spread: 400 room types of 20 hotels, 600 days";
            case "seats hot" -> "Seats, hot: the 500 front seats of one date";
            default -> "Seats, spread: 120,000 seats of eight dates";
        };
    }
}
