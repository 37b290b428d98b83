package io.jari.core.stay;

import io.jari.core.stay.Decision.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The nights of one hotel as a batch works on them: filled from the rows read under the head lock, asked in arrival
 * order, then emptied as {@link #changes}. Every room sold counts twice, for its type and for the house. A grant never
 * raises a counter above its target, so a night oversold by a lowered target sells nothing until it has sunk below.
 *
 * <p>For one thread. A wish costs a few nanoseconds a night.
 */
public final class Inventory {

    private static final Decision.Granted GRANTED = new Decision.Granted();

    private final NightTable types;
    private final NightTable house;
    private final int[] typeRows = new int[NightRange.MAX_NIGHTS];
    private final int[] houseRows = new int[NightRange.MAX_NIGHTS];

    private Inventory(NightTable types, NightTable house) {
        this.types = types;
        this.house = house;
    }

    /** An empty hotel; give the numbers of rows to come, to save growing. */
    public static Builder builder(int expectedTypeNights, int expectedHouseNights) {
        return new Builder(expectedTypeNights, expectedHouseNights);
    }

    /** Collects the rows read. A row given twice throws {@link IllegalArgumentException}. */
    public static final class Builder {

        private final NightTable types;
        private final NightTable house;

        private Builder(int expectedTypeNights, int expectedHouseNights) {
            types = new NightTable(expectedTypeNights);
            house = new NightTable(expectedHouseNights);
        }

        /** A room type's night; {@code epochDay} in days since 1970-01-01, counts in rooms. */
        public Builder typeNight(int roomTypeId, int epochDay, int reserved, int target, boolean stopSale) {
            types.add(key(roomTypeId, epochDay), reserved, target, stopSale);
            return this;
        }

        /** The house's night. */
        public Builder houseNight(int epochDay, int reserved, int target) {
            house.add(epochDay, reserved, target, false);
            return this;
        }

        /** The working state; the builder is spent. */
        public Inventory build() {
            return new Inventory(types, house);
        }
    }

    /** Sets rooms aside on all the nights, or on none. */
    public Decision reserve(int roomTypeId, NightRange nights, int rooms) {
        return reserve(new Claim(roomTypeId, nights, rooms));
    }

    /** Sets rooms aside on all the nights, or on none. */
    public Decision reserve(Claim claim) {
        return decide(null, claim);
    }

    /**
     * Gives rooms back.
     *
     * @throws IllegalStateException when they had not been reserved or a night is unknown: a bug, never a wish
     */
    public void release(int roomTypeId, NightRange nights, int rooms) {
        release(new Claim(roomTypeId, nights, rooms));
    }

    /** As {@link #release(int, NightRange, int)}. */
    public void release(Claim claim) {
        locate(claim);
        add(claim.nights().nights(), -claim.rooms());
    }

    /**
     * Exchanges one claim for another, whole or not at all. Only what is needed on top of what is held must be free: a
     * guest whose night is oversold or closed by now can still stay one night longer. Both claims leave out nights that
     * are over.
     *
     * @throws IllegalStateException when {@code held} was not reserved
     */
    public Decision change(Claim held, Claim wanted) {
        return decide(held, wanted);
    }

    /** What changed since the rows were read. */
    public InventoryChanges changes() {
        return new InventoryChanges(types, house);
    }

    private Decision decide(@Nullable Claim held, Claim wanted) {
        int nights = wanted.nights().nights();
        int first = wanted.nights().startDay();
        for (int i = 0; i < nights; i++) {
            int day = first + i;
            int type = types.find(key(wanted.roomTypeId(), day));
            int all = house.find(day);
            typeRows[i] = type;
            houseRows[i] = all;
            int typeNeed = wanted.rooms() - (held == null ? 0 : held.on(wanted.roomTypeId(), day));
            int houseNeed = wanted.rooms() - (held == null ? 0 : held.on(day));
            var reason = obstacle(type, typeNeed, all, houseNeed);
            if (reason != null) {
                return new Decision.Refused(reason, LocalDate.ofEpochDay(day), left(reason, type, all));
            }
        }
        if (held != null) {
            release(held);
            locate(wanted);
        }
        add(nights, wanted.rooms());
        return GRANTED;
    }

    private @Nullable Reason obstacle(int type, int typeNeed, int all, int houseNeed) {
        if (type == NightTable.ABSENT || all == NightTable.ABSENT) {
            return Reason.NOT_FOR_SALE;
        }
        if (typeNeed > 0 && types.stopSale(type)) {
            return Reason.STOP_SALE;
        }
        if (typeNeed > 0 && types.left(type) < typeNeed) {
            return Reason.TYPE_FULL;
        }
        return houseNeed > 0 && house.left(all) < houseNeed ? Reason.HOUSE_FULL : null;
    }

    private int left(Reason reason, int type, int all) {
        return switch (reason) {
            case NOT_FOR_SALE, STOP_SALE -> 0;
            case TYPE_FULL, HOUSE_FULL -> Math.min(types.left(type), house.left(all));
        };
    }

    private void locate(Claim claim) {
        int first = claim.nights().startDay();
        for (int i = 0; i < claim.nights().nights(); i++) {
            typeRows[i] = types.find(key(claim.roomTypeId(), first + i));
            houseRows[i] = house.find(first + i);
            if (typeRows[i] == NightTable.ABSENT || houseRows[i] == NightTable.ABSENT) {
                throw new IllegalStateException(claim + ": no row for " + LocalDate.ofEpochDay(first + i));
            }
        }
    }

    private void add(int nights, int rooms) {
        for (int i = 0; i < nights; i++) {
            types.shift(typeRows[i], rooms);
            house.shift(houseRows[i], rooms);
        }
    }

    private static long key(int roomTypeId, int epochDay) {
        return ((long) roomTypeId << 32) | epochDay;
    }
}
