package io.jari.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Over what a right holds: one hotel, one concert, or all. */
public record Scope(Kind kind, long id) {
    public static final Scope ALL = new Scope(Kind.ALL, 0);

    /** The kinds as they stand, in lower case, in the database. */
    public enum Kind {
        ALL,
        HOTEL,
        CONCERT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What names one of them in the address of an endpoint. */
        String parameter() {
            return text() + "ID";
        }
    }

    public static Scope hotel(long hotelId) {
        return new Scope(Kind.HOTEL, hotelId);
    }

    public static Scope concert(long concertId) {
        return new Scope(Kind.CONCERT, concertId);
    }

    /** Reads {@code all}, {@code hotel-12} or {@code concert-7}. */
    public static Scope of(String text) {
        for (var kind : new Kind[] {Kind.HOTEL, Kind.CONCERT}) {
            var prefix = kind.text() + "-";
            if (text.startsWith(prefix) && text.substring(prefix.length()).matches("[1-9][0-9]{0,17}")) {
                return new Scope(kind, Long.parseLong(text.substring(prefix.length())));
            }
        }
        if (text.equals("all")) {
            return ALL;
        }
        throw new IllegalArgumentException("no such scope: " + text);
    }

    @JsonValue
    public String text() {
        return kind == Kind.ALL ? kind.text() : kind.text() + "-" + id;
    }

    boolean covers(Scope other) {
        return kind == Kind.ALL || equals(other);
    }
}
