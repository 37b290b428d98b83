package io.jari.load;

/** A date of a demo's concert whose sale opens while somebody watches. */
public record OnSale(int concertId, int dateId) {

    String text() {
        return concertId + " " + dateId;
    }

    static OnSale of(String text) {
        var parts = text.split(" ", 2);
        return new OnSale(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
