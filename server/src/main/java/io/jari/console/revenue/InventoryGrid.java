package io.jari.console.revenue;

import io.jari.console.revenue.InventoryPage.Cell;
import io.jari.console.revenue.InventoryPage.Day;
import io.jari.console.revenue.InventoryPage.Grid;
import io.jari.console.revenue.InventoryPage.Row;
import io.jari.core.stay.WalkRisk;
import io.jari.hotel.RoomType;
import io.jari.page.Texts;
import io.jari.revenue.InventoryBodies.HouseNight;
import io.jari.revenue.InventoryBodies.InventoryBody;
import io.jari.revenue.InventoryBodies.TypeNight;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Room types by nights. */
final class InventoryGrid {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d");
    private static final int FEW_PERCENT = 10;

    private final Texts t;
    private final InventoryBody found;
    private final double absence;

    /** @param absence that nobody comes for a room sold */
    InventoryGrid(Texts t, InventoryBody found, double absence) {
        this.t = t;
        this.found = found;
        this.absence = absence;
    }

    Grid of(LocalDate from, int days, List<RoomType> types) {
        var dates = from.datesUntil(from.plusDays(days)).toList();
        var byType = found.nights().stream()
                .collect(Collectors.groupingBy(
                        TypeNight::roomTypeID, Collectors.toMap(TypeNight::date, Function.identity())));
        var house = found.house().stream().collect(Collectors.toMap(HouseNight::date, Function.identity()));
        return new Grid(
                from.toString(),
                days,
                from.minusDays(days).toString(),
                from.plusDays(days).toString(),
                dates.stream().map(this::day).toList(),
                types.stream()
                        .map(type -> row(type, dates, byType.getOrDefault(type.roomTypeID(), Map.of())))
                        .toList(),
                dates.stream().map(date -> house(house.get(date))).toList());
    }

    private Day day(LocalDate date) {
        var weekday = date.getDayOfWeek();
        return new Day(
                ChangeWords.weekday(t, weekday),
                DAY.format(date),
                weekday == DayOfWeek.FRIDAY || weekday == DayOfWeek.SATURDAY);
    }

    private Row row(RoomType type, List<LocalDate> dates, Map<LocalDate, TypeNight> nights) {
        return new Row(
                t.pick(type.details().name()),
                dates.stream().map(date -> cell(nights.get(date))).toList());
    }

    private Cell cell(@Nullable TypeNight night) {
        if (night == null) {
            return new Cell("none", 0, 0, 0, "", List.of());
        }
        var notes = new ArrayList<String>();
        if (night.stopSale()) {
            notes.add(t.say("revenue.night.stop"));
        }
        if (night.outOfOrder() > 0) {
            notes.add(t.say("revenue.night.broken", night.outOfOrder()));
        }
        notes.addAll(risk(night.rooms(), night.sold()));
        var price = night.price();
        return new Cell(
                state(night.stopSale(), night.rooms(), night.sold(), night.target()),
                night.left(),
                night.sold(),
                night.target(),
                price == null ? "" : t.money(price, found.currency()),
                notes);
    }

    private Cell house(@Nullable HouseNight night) {
        return night == null
                ? new Cell("none", 0, 0, 0, "", List.of())
                : new Cell(
                        state(false, night.rooms(), night.sold(), night.target()),
                        night.left(),
                        night.sold(),
                        night.target(),
                        "",
                        risk(night.rooms(), night.sold()));
    }

    private List<String> risk(int rooms, int sold) {
        return sold <= rooms
                ? List.of()
                : List.of(t.say(
                        "revenue.night.risk",
                        RiskTable.percent(WalkRisk.of(rooms, sold, absence).chance())));
    }

    private static String state(boolean stop, int rooms, int sold, int target) {
        if (stop) {
            return "stop";
        }
        if (sold > rooms) {
            return "over";
        }
        var left = target - sold;
        return left <= 0 ? "full" : left * 100 <= target * FEW_PERCENT ? "few" : "free";
    }
}
