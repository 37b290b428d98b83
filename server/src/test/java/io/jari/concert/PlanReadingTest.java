package io.jari.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.core.seat.HallPlan;
import io.jari.core.seat.SeatPlan;
import io.jari.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReadingTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void positionsAddUpAndWhatIsNotKnownIsPassedOver() {
        var plan = PlanReading.read(tree(TestPlans.sample()));
        assertThat(plan.categories())
                .containsExactly(new SeatPlan.Category("Stalls", "#7f4a91"), new SeatPlan.Category("Gallery", "#0a7"));
        assertThat(seats(plan))
                .containsExactly(
                        new SeatPlan.Seat("G1-1", "1", 110.5, 70, 0),
                        new SeatPlan.Seat("G1-2", "2", 135.5, 71.25, 0),
                        new SeatPlan.Seat("G1-3", "3", 160.5, 70, 1),
                        new SeatPlan.Seat("좌석 2-1", "1", 300, 350, 1));
        var areas = plan.zones().getFirst().areas();
        assertThat(areas)
                .extracting(SeatPlan.Area::shape)
                .containsExactly(
                        SeatPlan.Shape.RECTANGLE,
                        SeatPlan.Shape.CIRCLE,
                        SeatPlan.Shape.ELLIPSE,
                        SeatPlan.Shape.POLYGON,
                        SeatPlan.Shape.TEXT,
                        SeatPlan.Shape.RECTANGLE);
        assertThat(areas.getFirst())
                .isEqualTo(new SeatPlan.Area(
                        SeatPlan.Shape.RECTANGLE, 105, 10, 120, 40, 15, List.of(), "#cccccc", "Stage"));
        assertThat(areas.get(2).color()).isNull();
        assertThat(plan.width()).isEqualTo(600);
    }

    @Test
    void generatedHallsAreReadAsTheyWereDrawn() {
        for (var wish : List.of(List.of(1, 0), List.of(777, 1), List.of(15_000, 2), List.of(60_000, 3))) {
            var hall = HallPlan.of(wish.get(0), wish.get(1));
            var read = PlanReading.read(PlanWriting.json(hall));
            assertThat(read.seats()).isEqualTo(wish.get(0));
            assertThat(read.categories()).isEqualTo(hall.categories());
            var drawn = seats(hall).iterator();
            assertThat(seats(read)).allSatisfy(seat -> {
                var as = drawn.next();
                assertThat(seat.guid()).isEqualTo(as.guid());
                assertThat(Math.hypot(seat.x() - as.x(), seat.y() - as.y())).isLessThan(1e-6);
                assertThat(seat.category()).isEqualTo(as.category());
            });
        }
    }

    /** One thing broken in a sound plan: what is put in place of what, and what is said of it where. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "category":"S"        | "category":"X"        | /zones/0/rows/0/seats/0/category    | is not among the categories
            "category":"S"        | "category":7          | /zones/0/rows/0/seats/0/category    | must be text
            "seat_guid":"b"       | "seat_guid":"a"       | /zones/0/rows/0/seats/1/seat_guid   | is the guid of a seat before it
            "seat_guid":"b"       | "seat_guid":""        | /zones/0/rows/0/seats/1/seat_guid   | must have 1 to 100 characters
            "seat_guid":"b"       | "seat_guid":"b "      | /zones/0/rows/0/seats/1/seat_guid   | may not begin or end with a blank
            "seat_guid":"b"       | "seat_guid":"b\\nc"   | /zones/0/rows/0/seats/1/seat_guid   | may hold no control characters
            "seat_guid":"b",      |                       | /zones/0/rows/0/seats/1/seat_guid   | must be text
            "row_number":"1"      | "row_number":1        | /zones/0/rows/0/row_number          | must be text
            "x":1                 | "x":"1"               | /zones/0/rows/0/seats/0/position/x  | must be a number
            "x":1                 | "x":1e300             | /zones/0/rows/0/seats/0/position/x  | must lie between -1,000,000 and 1,000,000
            "x":1                 | "z":1                 | /zones/0/rows/0/seats/0/position/x  | must be a number
            "color":"#abc"        | "color":"red"         | /categories/0/color                 | must be a colour like #d55e00 or #d50
            "name":"R"            | "name":"S"            | /categories/1/name                  | is the name of a category before it
            "name":"Hall"         | "name":""             | /name                               | must have 1 to 100 characters
            "categories":         | "kategories":         | /categories                         | must be a list
            "zones":              | "z/~":                | /zones                              | must be a list
            "size":{"width":10    | "size":{"width":-1    | /size/width                         | must lie between 1 and 1,000,000
            """)
    void aFlawIsNamedByItsPointer(String sound, String broken, String pointer, String detail) {
        var flaws = flaws(text().replace(sound, broken == null ? "" : broken));
        assertThat(flaws).containsEntry(pointer, detail);
    }

    @Test
    void whatIsNoPlanAtAllIsRefused() {
        assertThat(flaws("[]")).containsEntry("", "must be an object");
        assertThat(flaws("{\"name\":\"N\",\"categories\":[{\"name\":\"S\"}],\"zones\":[]}"))
                .containsExactly(Map.entry("/zones", "there is no seat"));
        assertThat(flaws("{\"name\":\"N\",\"categories\":[3],\"zones\":[{}]}"))
                .containsEntry("/zones/0/rows", "must be a list");
    }

    @Test
    void flawsEndAtFiftyAndSeatsAtSixtyThousand() {
        var rows = IntStream.range(0, 60_001)
                .mapToObj("{\"seat_guid\":\"%1$d\",\"seat_number\":\"%1$d\",\"category\":\"S\"}"::formatted)
                .collect(Collectors.joining(","));
        var whole =
                "{\"name\":\"N\",\"categories\":[{\"name\":\"%s\"}],\"zones\":[{\"rows\":[{\"row_number\":\"\",\"seats\":[{}]},{\"row_number\":\"\",\"seats\":[%s]}]}]}";
        assertThat(flaws(whole.formatted("S", rows)))
                .containsEntry("/zones/0/rows/1/seats", "may have at most 60,000 entries");
        assertThat(flaws(whole.formatted("T", rows.substring(0, rows.lastIndexOf("},") + 1))))
                .hasSize(JsonSpot.MOST_FLAWS);
    }

    private static Map<String, String> flaws(String text) {
        var problem = catchThrowableOfType(Problem.class, () -> PlanReading.read(tree(text)));
        assertThat(problem).as(text.length() > 2_000 ? "" : text).isNotNull();
        return ((List<?>) problem.members().getOrDefault("errors", List.of()))
                .stream()
                        .map(Problem.Flaw.class::cast)
                        .collect(Collectors.toMap(Problem.Flaw::pointer, Problem.Flaw::detail, (first, _) -> first));
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text() {
        return """
                {"name":"Hall","categories":[{"name":"S","color":"#abc"},{"name":"R","color":"#abcdef"}],
                 "zones":[{"name":"Z","position":{"x":0,"y":0},"rows":[{"row_number":"1","seats":[
                   {"seat_guid":"a","seat_number":"1","position":{"x":1,"y":1},"category":"S"},
                   {"seat_guid":"b","seat_number":"2","position":{"x":20,"y":1},"category":"R"}]}]}],
                 "size":{"width":10,"height":10}}""";
    }

    private static List<SeatPlan.Seat> seats(SeatPlan plan) {
        return plan.zones().stream()
                .flatMap(zone -> zone.rows().stream())
                .flatMap(row -> row.seats().stream())
                .toList();
    }
}
