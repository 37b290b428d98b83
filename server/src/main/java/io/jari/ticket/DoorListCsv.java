package io.jari.ticket;

import io.jari.ticket.DoorBodies.DoorListBody;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The door list for spreadsheets (RFC 4180). */
final class DoorListCsv {
    private DoorListCsv() {}

    static String of(DoorListBody list) {
        var head = line("zone", "row", "number", "category", "mark", "holder", "last6", "usedAt");
        return list.tickets().stream()
                .map(t -> line(
                        t.zone(),
                        t.row(),
                        t.number(),
                        t.category(),
                        t.mark(),
                        t.holder(),
                        t.last6(),
                        Objects.toString(t.usedAt(), "")))
                .collect(Collectors.joining("", head, ""));
    }

    private static String line(@Nullable String... cells) {
        return Stream.of(cells).map(DoorListCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted always: "1-2" is no date, and with a mark before it a name is no formula. */
    private static String cell(@Nullable String text) {
        var plain = text == null ? "" : text.replace("\"", "\"\"");
        var risky = !plain.isEmpty() && "=+-@\t".indexOf(plain.charAt(0)) >= 0;
        return "\"" + (risky ? "'" : "") + plain + "\"";
    }
}
