package io.jari.bench.strategies;

/**
 * What is sold, and how much of it is wanted by all.
 *
 * @param level {@link #STORE} or {@link #HTTP}
 * @param stock rooms, seats, or wallet: money moved
 * @param shape hot or spread
 */
record Contest(String level, String stock, String shape) {
    /** Without HTTP. */
    static final String STORE = "store";

    static final String HTTP = "http";

    boolean overHttp() {
        return level.equals(HTTP);
    }

    boolean ofRooms() {
        return stock.equals("rooms");
    }

    boolean isHot() {
        return shape.equals("hot");
    }

    /** The same without HTTP. */
    Contest atTheStore() {
        return new Contest(STORE, stock, shape);
    }

    /** In few words. */
    String name() {
        return stock + " " + shape + (overHttp() ? " over HTTP" : "");
    }

    /** In words, for a heading. */
    String told() {
        var what = switch (stock + " " + shape) {
            case "rooms hot" -> "Rooms, hot: one room type, the same three nights";
            case "rooms spread" -> "Rooms, spread: 400 room types of 20 hotels, 600 days";
            case "seats hot" -> "Seats, hot: the 500 front seats of one date";
            case "wallet hot" -> "Transfers, hot: one wallet and the ledger it is cleared with";
            case "wallet spread" -> "Transfers, spread: 1,000 wallets";
            default -> "Seats, spread: 120,000 seats of eight dates";
        };
        return what + (overHttp() ? "; over HTTP" : "; without HTTP");
    }
}
