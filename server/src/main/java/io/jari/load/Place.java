package io.jari.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A quarter where hotels stand.
 *
 * @param street without its number
 * @param weight how many hotels of a chain stand here, against other places
 * @param levelPercent of the usual price of the currency
 */
record Place(
        String country,
        Words city,
        Words district,
        Words street,
        String timeZone,
        String currency,
        int weight,
        int levelPercent,
        Demand demand) {

    /** All of them, as listed in places.tsv. */
    static List<Place> all() {
        try (var stream = Place.class.getResourceAsStream("/load/places.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("places.tsv is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Place::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place parse(String line) {
        var field = line.split("\t", -1);
        return new Place(
                field[0],
                new Words(field[1], field[2]),
                new Words(field[3], field[4]),
                new Words(field[5], field[6]),
                field[7],
                field[8],
                Integer.parseInt(field[9]),
                Integer.parseInt(field[10]),
                Demand.of(field[11]));
    }

    Words address(int number) {
        return new Words(street.ko() + " " + number, number + " " + street.en());
    }
}
