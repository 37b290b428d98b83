package io.jari.revenue;

import io.jari.revenue.FigureBodies.FiguresBody;
import io.jari.revenue.FigureBodies.FiguresNight;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures for spreadsheets (RFC 4180): dates and numbers, which need no quotes. */
final class FiguresCsv {
    private static final String HEAD =
            "date,rooms,sold,revenue,arrivals,canceled,noShows,walked,reservationsMade,roomNightsMade,currency\r\n";

    private FiguresCsv() {}

    static String of(FiguresBody figures) {
        return figures.nights().stream()
                .map(night -> line(night, figures.currency()))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(FiguresNight night, String currency) {
        return Stream.of(
                        night.date(),
                        night.rooms(),
                        night.sold(),
                        night.revenue(),
                        night.arrivals(),
                        night.canceled(),
                        night.noShows(),
                        night.walked(),
                        night.reservationsMade(),
                        night.roomNightsMade(),
                        currency)
                .map(Object::toString)
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
