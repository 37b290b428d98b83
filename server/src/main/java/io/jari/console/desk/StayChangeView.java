package io.jari.console.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a stay: what is wished, and what it would cost.
 *
 * @param begun whether arrival and number of rooms stay as they are
 * @param refused why it cannot be; null: it can, or nothing was asked
 */
public record StayChangeView(
        LocalDate startDate,
        LocalDate endDate,
        int rooms,
        boolean begun,
        List<RackPage.Type> types,
        @Nullable Offer offer,
        @Nullable String refused) {

    /**
     * What it would be.
     *
     * @param difference what that costs or gives back, in words
     * @param settles whether money moves at the desk
     */
    public record Offer(
            String token,
            String dates,
            String what,
            List<Night> nights,
            String before,
            String total,
            String difference,
            boolean settles,
            String terms) {}

    /** A night: at the price agreed before, or a new one. */
    public record Night(String date, String price, boolean kept) {}
}
