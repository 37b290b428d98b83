package io.jari.console.revenue;

import io.jari.console.revenue.InventoryPage.Overbooking;
import io.jari.console.revenue.InventoryPage.Risk;
import io.jari.hotel.HotelSettings;
import io.jari.hotel.RoomType;
import io.jari.page.Texts;
import io.jari.revenue.WalkRiskBodies.AtLimit;
import io.jari.revenue.WalkRiskBodies.Risks;
import io.jari.revenue.WalkRiskBodies.WalkRisksBody;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Limits and the chance that each walks a guest, side by side. */
final class RiskTable {
    private static final List<Integer> PERCENTS = List.of(0, 5, 10, 15, 20, 25, 30);

    private RiskTable() {}

    static Overbooking of(
            Texts t, WalkRisksBody found, HotelSettings settings, List<RoomType> types, boolean mayChange) {
        var absence = found.absence();
        var byId = types.stream().collect(Collectors.toMap(RoomType::roomTypeID, type -> type));
        return new Overbooking(
                t.say(
                        "revenue.risk.seen",
                        t.dates(absence.from(), absence.until().minusDays(1)),
                        Texts.number(absence.rooms()),
                        Texts.number(absence.canceledLate()),
                        Texts.number(absence.noShows()),
                        percent(absence.rate())),
                absence.smallSample(),
                mayChange,
                Integer.toString(settings.overbookingPercent()),
                PERCENTS.stream().map(percent -> (100 + percent) + " %").toList(),
                found.roomTypes().stream()
                        .filter(one -> byId.containsKey(one.roomTypeID()))
                        .map(one -> row(t, Objects.requireNonNull(byId.get(one.roomTypeID())), one.risks()))
                        .toList(),
                risk(t, "", "", t.say("revenue.house"), "", found.house()));
    }

    private static Risk row(Texts t, RoomType type, Risks risks) {
        var own = type.settings().overbookingPercent();
        return risk(
                t,
                type.roomTypeID(),
                Integer.toString(type.version()),
                t.pick(type.details().name()),
                own == null ? "" : own.toString(),
                risks);
    }

    private static Risk risk(Texts t, String id, String version, String name, String own, Risks risks) {
        var inForce = risks.limits().stream()
                .filter(at -> at.overbookingPercent() == risks.overbookingPercent())
                .findFirst()
                .orElseThrow();
        return new Risk(
                id,
                version,
                name,
                risks.rooms(),
                own,
                percent(inForce.chance()),
                t.say(
                        "revenue.risk.limit",
                        100 + risks.overbookingPercent(),
                        inForce.limit(),
                        String.format(Locale.ROOT, "%.1f", inForce.walked())),
                chances(risks));
    }

    private static List<String> chances(Risks risks) {
        return risks.limits().stream()
                .filter(at -> PERCENTS.contains(at.overbookingPercent()))
                .map(AtLimit::chance)
                .map(RiskTable::percent)
                .toList();
    }

    /** A chance for people: never none where there is some. */
    static String percent(double chance) {
        if (chance > 0 && chance < 0.001) {
            return "< 0.1 %";
        }
        if (chance < 1 && chance > 0.999) {
            return "> 99.9 %";
        }
        return String.format(Locale.ROOT, chance == 0 || chance == 1 ? "%.0f %%" : "%.1f %%", chance * 100);
    }
}
