package io.jari.console.desk;

import io.jari.booking.TodayBodies.Rack;
import io.jari.booking.TodayBodies.RackEntry;
import io.jari.booking.TodayBodies.RackRoom;
import io.jari.console.desk.RackPage.Broken;
import io.jari.console.desk.RackPage.Cell;
import io.jari.console.desk.RackPage.Night;
import io.jari.console.desk.RackPage.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rack as a table. */
final class RackPages {
    private static final String GUEST = "guest";

    private RackPages() {}

    static List<Night> days(Desk desk, Rack rack) {
        var locale = desk.t().language().locale();
        return rack.startDate()
                .datesUntil(rack.endDate())
                .map(day -> new Night(
                        day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale),
                        day.getDayOfMonth(),
                        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY,
                        day.equals(desk.today())))
                .toList();
    }

    static Row row(Desk desk, Rack rack, RackRoom room) {
        return new Row(
                room.roomId(),
                room.number(),
                desk.type(room.roomTypeId()),
                room.clean(),
                lingering(desk, rack, room),
                cells(desk, rack, room));
    }

    private static @Nullable String lingering(Desk desk, Rack rack, RackRoom room) {
        var today = desk.today();
        var shown = !today.isBefore(rack.startDate()) && today.isBefore(rack.endDate());
        var stay = room.reservationId();
        return stay == null
                        || !shown
                        || at(room, today).filter(e -> e.kind().equals(GUEST)).isPresent()
                ? null
                : desk.stay(stay);
    }

    /** A free night is a cell of its own, so that the nights can be told apart. */
    private static List<Cell> cells(Desk desk, Rack rack, RackRoom room) {
        var cells = new ArrayList<Cell>();
        for (var day = rack.startDate(); day.isBefore(rack.endDate()); ) {
            var entry = at(room, day).orElse(null);
            var end = entry == null ? day.plusDays(1) : end(rack, room, entry, day);
            cells.add(cell(desk, entry, Math.toIntExact(ChronoUnit.DAYS.between(day, end))));
            day = end;
        }
        return cells;
    }

    private static LocalDate end(Rack rack, RackRoom room, RackEntry entry, LocalDate from) {
        var end = from.plusDays(1);
        while (end.isBefore(rack.endDate())
                && at(room, end).filter(entry::equals).isPresent()) {
            end = end.plusDays(1);
        }
        return end;
    }

    /** Of a guest and a repair on the same night, the guest. */
    private static Optional<RackEntry> at(RackRoom room, LocalDate day) {
        return room.entries().stream()
                .filter(e -> RoomGroup.meets(e, day, day.plusDays(1)))
                .min(Comparator.comparing(e -> !e.kind().equals(GUEST)));
    }

    private static Cell cell(Desk desk, @Nullable RackEntry entry, int nights) {
        if (entry == null) {
            return new Cell(nights, "free", "", null);
        }
        var stay = entry.reservationId();
        if (stay == null) {
            return new Cell(nights, "broken", entry.reason() == null ? "" : entry.reason(), null);
        }
        var guest = entry.guest();
        var name = guest == null || guest.isEmpty() ? desk.t().say("desk.erased") : guest;
        return new Cell(nights, GUEST, name, desk.stay(stay));
    }

    static List<Broken> broken(Desk desk, List<RackRoom> rooms) {
        var broken = new ArrayList<Broken>();
        for (var room : rooms) {
            for (var entry : room.entries()) {
                if (entry.outOfOrderId() != null) {
                    broken.add(new Broken(
                            entry.outOfOrderId(),
                            room.number(),
                            desk.t().dates(entry.startDate(), entry.endDate()),
                            entry.reason() == null ? "" : entry.reason()));
                }
            }
        }
        return broken;
    }
}
