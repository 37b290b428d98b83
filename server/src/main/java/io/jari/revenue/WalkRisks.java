package io.jari.revenue;

import io.jari.core.stay.Absence;
import io.jari.core.stay.Overbooking;
import io.jari.core.stay.WalkRisk;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomType;
import io.jari.hotel.RoomTypes;
import io.jari.revenue.WalkRiskBodies.AbsenceBody;
import io.jari.revenue.WalkRiskBodies.AtLimit;
import io.jari.revenue.WalkRiskBodies.Risks;
import io.jari.revenue.WalkRiskBodies.TypeRisks;
import io.jari.revenue.WalkRiskBodies.WalkRisksBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** What overbooking may come to in this hotel, so that a limit is chosen with open eyes. */
@ApplicationScoped
public class WalkRisks {
    private static final int DAYS = 365;
    private static final int MOST_PERCENT = 30;
    private static final int STEP_PERCENT = 5;

    private final Jdbi jdbi;
    private final Hotels hotels;
    private final RoomTypes types;

    WalkRisks(DataSource dataSource, Hotels hotels, RoomTypes types) {
        this.jdbi = Jdbi.create(dataSource);
        this.hotels = hotels;
        this.types = types;
    }

    /** Of all room types; 404 where there is no such hotel. */
    public WalkRisksBody of(int hotelId) {
        var settings = hotels.find(hotelId).settings();
        var known = types.list(hotelId);
        return jdbi.withHandle(handle -> {
            var seen = WalkRiskStore.seen(handle, hotelId, DAYS);
            var rooms = WalkRiskStore.rooms(handle, hotelId);
            var absent = seen.noShows() + seen.canceledLate();
            var absence = new Absence(seen.came() + absent, absent);
            var house = rooms.values().stream().mapToInt(Integer::intValue).sum();
            return new WalkRisksBody(
                    body(seen, absence),
                    known.stream()
                            .map(type -> new TypeRisks(
                                    type.roomTypeID(),
                                    risks(
                                            rooms.getOrDefault(Integer.valueOf(type.roomTypeID()), 0),
                                            percent(type, settings.overbookingPercent()),
                                            absence)))
                            .toList(),
                    risks(house, settings.houseLimitPercent(), absence));
        });
    }

    private static int percent(RoomType type, int hotels) {
        return Objects.requireNonNullElse(type.settings().overbookingPercent(), hotels);
    }

    private static AbsenceBody body(WalkRiskStore.Seen seen, Absence absence) {
        return new AbsenceBody(
                seen.today().minusDays(DAYS),
                seen.today(),
                absence.due(),
                seen.canceledLate(),
                seen.noShows(),
                absence.rate(),
                absence.isMostlyAssumed());
    }

    private static Risks risks(int rooms, int inForce, Absence absence) {
        var steps = IntStream.iterate(0, percent -> percent <= MOST_PERCENT, percent -> percent + STEP_PERCENT);
        return new Risks(
                rooms,
                inForce,
                IntStream.concat(steps, IntStream.of(inForce))
                        .sorted()
                        .distinct()
                        .mapToObj(percent -> atLimit(rooms, percent, absence))
                        .toList());
    }

    private static AtLimit atLimit(int rooms, int percent, Absence absence) {
        var limit = new Overbooking(percent).target(rooms);
        var risk = WalkRisk.of(rooms, limit, absence.rate());
        return new AtLimit(percent, limit, risk.chance(), risk.expectedWalked());
    }
}
