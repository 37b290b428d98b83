package io.jari.bench.replay;

import io.jari.bench.replay.BookingRow.Ending;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of "Hotel booking demand datasets", as far as a replay needs them. */
record BookingFile(List<BookingRow> rows, List<Unreadable> unreadable) {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** A line that is no booking, and why. */
    record Unreadable(int line, String why) {}

    static BookingFile read(Path file, int limit) throws IOException {
        return parse(Files.readAllLines(file), limit);
    }

    static BookingFile parse(List<String> lines, int limit) {
        var rows = new ArrayList<BookingRow>();
        var unreadable = new ArrayList<Unreadable>();
        var headings = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        for (var i = 1; i < lines.size() && rows.size() + unreadable.size() < limit; i++) {
            try {
                rows.add(row(i + 1, named(headings, cells(lines.get(i)))));
            } catch (IllegalArgumentException | DateTimeException e) {
                unreadable.add(new Unreadable(i + 1, String.valueOf(e.getMessage())));
            }
        }
        return new BookingFile(List.copyOf(rows), List.copyOf(unreadable));
    }

    private static Map<String, String> named(List<String> headings, List<String> cells) {
        if (headings.size() != cells.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + headings.size() + " headings");
        }
        var named = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            named.put(headings.get(i), cells.get(i));
        }
        return named;
    }

    private static BookingRow row(int line, Map<String, String> cells) {
        var month = MONTHS.indexOf(cell(cells, "arrival_date_month")) + 1;
        var arrival = LocalDate.of(count(cells, "arrival_date_year"), month, count(cells, "arrival_date_day_of_month"));
        var roomType = cell(cells, "reserved_room_type");
        if (roomType.isEmpty()) {
            throw new IllegalArgumentException("no reserved_room_type");
        }
        return new BookingRow(
                line,
                roomType,
                arrival,
                count(cells, "stays_in_weekend_nights") + count(cells, "stays_in_week_nights"),
                count(cells, "lead_time"),
                count(cells, "adults"),
                count(cells, "children") + count(cells, "babies"),
                ending(cell(cells, "reservation_status")),
                LocalDate.parse(cell(cells, "reservation_status_date")),
                cents(cell(cells, "adr")),
                cell(cells, "deposit_type"));
    }

    private static Ending ending(String text) {
        return switch (text) {
            case "Check-Out" -> Ending.STAYED;
            case "Canceled" -> Ending.CANCELED;
            case "No-Show" -> Ending.NO_SHOW;
            default -> throw new IllegalArgumentException("unknown reservation_status " + text);
        };
    }

    private static long cents(String text) {
        return new BigDecimal(text)
                .max(BigDecimal.ZERO)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static int count(Map<String, String> cells, String column) {
        var text = cell(cells, column);
        try {
            var count = Integer.parseInt(text);
            if (count >= 0 && count < 100_000) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is no number: " + text, e);
        }
        throw new IllegalArgumentException(column + " is out of range: " + text);
    }

    private static String cell(Map<String, String> cells, String column) {
        var cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell.strip();
    }

    /** Quotes may surround a cell; a quote inside one is doubled. */
    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
