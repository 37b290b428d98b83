package io.jari.load;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hotel to be: everything but its id. */
record HotelPlan(
        Words name,
        Words text,
        String country,
        Words city,
        Words address,
        String timeZone,
        String currency,
        Demand demand,
        Policy policy,
        List<RoomTypePlan> roomTypes) {

    /**
     * What the hotel holds its guests to.
     *
     * @param checkIn local time, as 15:00
     * @param feePercent of the whole price; null: the first night
     */
    record Policy(
            String checkIn,
            String checkOut,
            int overbookingPercent,
            int houseLimitPercent,
            int freeUntilDays,
            String freeUntilTime,
            @Nullable Integer feePercent) {}

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    int rooms() {
        return roomTypes.stream().mapToInt(RoomTypePlan::rooms).sum();
    }
}
