package io.jari.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a cursor comes out of it; whatever else somebody makes up is a problem of theirs. */
class CursorTest {
    private record Place(Instant at, LocalDate day, String id, int n) {}

    private static Place place(String cursor) {
        return Cursor.parse(
                cursor,
                4,
                parts -> new Place(
                        Cursor.time(parts.get(0)),
                        Cursor.date(parts.get(1)),
                        parts.get(2),
                        Integer.parseInt(parts.get(3))));
    }

    private static String written(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itsPartsComeBack() {
        var place = new Place(Instant.parse("2027-05-03T10:20:30.123456Z"), LocalDate.of(2027, 5, 3), "r-1_x", 7);
        assertThat(place(Cursor.of(place.at, place.day, place.id, place.n))).isEqualTo(place);
        assertThat(Cursor.after(Cursor.of(42))).isEqualTo(42);
        assertThat(Cursor.after(null)).isZero();
        assertThat(Cursor.after(written("-3"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2027-05-03T10:20:30Z|2027-05-03|r",
                "2027-05-03T10:20:30Z|2027-05-03|r|7|8",
                "2027-05-03T10:20:30Z|2027-05-03|r|seven",
                "2027-05-03T10:20:30Z|2027-05-32|r|7",
                "yesterday|2027-05-03|r|7",
                "+999999999-05-03T10:20:30Z|2027-05-03|r|7",
                "-000001-05-03T10:20:30Z|2027-05-03|r|7",
                "2027-05-03T10:20:30Z|+99999-05-03|r|7",
                "2027-05-03T10:20:30Z|2027-05-03|r\0|7",
                "2027-05-03T10:20:30Z|2027-05-03|방|7"
            })
    void whatNoListGaveIsRefused(String text) {
        assertThatThrownBy(() -> place(written(text))).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsNotEvenEncodedIsRefused() {
        assertThatThrownBy(() -> Cursor.after("§")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Cursor.after(written("1.5"))).isInstanceOf(Problem.class);
    }
}
