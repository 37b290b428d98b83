package io.jari.booking;

import java.time.Instant;

/**
 * What a stay costs and what canceling it costs, as agreed.
 *
 * @param nightlyPrices minor units for one room, first night first
 * @param freeUntil the last instant of free cancellation, to the second
 * @param cancelFee minor units, for all rooms, after that
 */
public record Terms(String currency, long[] nightlyPrices, Instant freeUntil, long cancelFee) {

    /** Minor units for all nights of so many rooms. */
    public long total(int rooms) {
        var perRoom = 0L;
        for (var price : nightlyPrices) {
            perRoom = Math.addExact(perRoom, price);
        }
        return Math.multiplyExact(perRoom, rooms);
    }
}
