package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The people themselves, and what is checked about them, without a server. */
class CrowdTest {
    private static final int MANY = 20_000;

    @Test
    void theSameSeedMakesTheSamePeople() {
        assertThat(traits(new Cast(7, MANY, 300, 5))).isEqualTo(traits(new Cast(7, MANY, 300, 5)));
        assertThat(traits(new Cast(8, MANY, 300, 5))).isNotEqualTo(traits(new Cast(7, MANY, 300, 5)));
    }

    private static List<String> traits(Cast cast) {
        return IntStream.range(0, cast.people())
                .mapToObj(p -> cast.address(p)
                        + cast.deviceId(p)
                        + cast.vanishes(p)
                        + cast.clicksTwice(p)
                        + cast.losesToken(p)
                        + cast.joinsSignedIn(p)
                        + cast.patience(p)
                        + cast.seats(p)
                        + cast.taste(p)
                        + cast.arrival(p)
                        + cast.dawdle(p, 1))
                .toList();
    }

    @Test
    void peopleLiveInHomesAndSomeVanish() {
        var cast = new Cast(1, MANY, 6_000, 5);
        var homes = new HashMap<String, Integer>();
        IntStream.range(0, MANY).forEach(p -> homes.merge(cast.address(p), 1, Integer::sum));

        assertThat(homes.values()).allMatch(n -> n <= 4);
        assertThat(homes.values().stream().filter(n -> n < 2).count()).isLessThanOrEqualTo(1);
        assertThat(IntStream.range(0, MANY).filter(cast::vanishes)).hasSize(6_000);
        assertThat(IntStream.range(0, MANY).mapToObj(cast::deviceId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
        var median = IntStream.range(0, MANY)
                .mapToLong(p -> cast.dawdle(p, 0))
                .sorted()
                .skip(MANY / 2)
                .findFirst();
        assertThat(median.orElseThrow() / 1e9).isBetween(4.8, 5.2);
    }

    @Test
    void whoIsDueFirstIsFirst() {
        var agenda = new Agenda(1_000);
        var random = new Random(1);
        var at = new long[1_000];
        for (var i = 0; i < 3_000; i++) {
            var person = random.nextInt(1_000);
            at[person] = 1L + random.nextInt(100);
            agenda.put(person, at[person]);
        }
        var expected = IntStream.range(0, 1_000)
                .filter(person -> at[person] > 0)
                .boxed()
                .sorted((one, other) -> at[one] != at[other] ? Long.compare(at[one], at[other]) : one - other)
                .toList();
        var polled = new ArrayList<Integer>();
        while (agenda.first() < Long.MAX_VALUE) {
            assertThat(agenda.first()).isEqualTo(at[expected.get(polled.size())]);
            polled.add(agenda.poll());
        }
        assertThat(polled).isEqualTo(expected);
    }

    @Test
    void whoAskedAfterAnAnswerHasTheHigherTicket() {
        var fine = new Joins(4);
        fine.add(0, 1, 0, 10);
        fine.add(1, 3, 5, 15); // asked beside the others: any order will do
        fine.add(2, 2, 6, 16);
        fine.add(3, 4, 17, 20);
        assertThat(fine.inversions()).isZero();
        assertThat(fine.givenTwice()).isZero();

        var planted = new Joins(1);
        planted.add(0, 5, 0, 10);
        planted.add(1, 4, 11, 12);
        planted.add(2, 5, 3, 13);
        planted.found(3, 1); // from before: whenever it was asked for
        planted.found(4, 9);
        assertThat(planted.inversions()).isEqualTo(1);
        assertThat(planted.givenTwice()).isEqualTo(1);
    }

    /** Against the definition, pair by pair. */
    @Test
    void inversionsAreThoseOfTheDefinition() {
        var random = new Random(3);
        var joins = new Joins(10);
        var asked = new long[500];
        var answered = new long[500];
        var tickets =
                new Random(4).ints(0, 1_000_000).distinct().limit(500).sorted().toArray();
        for (var i = 0; i < 500; i++) {
            asked[i] = 10L * i + random.nextInt(200);
            answered[i] = asked[i] + random.nextInt(100);
            joins.add(i, tickets[i], asked[i], answered[i]);
        }
        var expected = IntStream.range(0, 500)
                .filter(low -> IntStream.range(low + 1, 500).anyMatch(high -> answered[high] < asked[low]))
                .count();

        assertThat(joins.inversions()).isEqualTo((int) expected).isPositive();
    }

    @Test
    void whoseTurnHasBeenIsNotToldToWait() {
        var order = new AdmissionOrder();
        order.admitted(10, 100);
        order.admitted(7, 200);
        order.waiting(9, 100 + AdmissionOrder.ALLOWED_NANOS); // asked within what is allowed for
        order.waiting(11, 1_000 + AdmissionOrder.ALLOWED_NANOS);
        order.waiting(Told.UNKNOWN, 1_000 + AdmissionOrder.ALLOWED_NANOS);
        assertThat(order.skipped()).isEqualTo(1);
    }

    @Test
    void anAnswerIsUnderstoodWhateverElseIsInIt() {
        var told = Told.of("""
                {"dateID":"3","x":{"state":"no","y":[1,{"rank":4}]},"state":"waiting","ticket":12345,"rank":null,"ahead":3,
                 "askAfterMillis":8300,"opensAt":"2026-01-01T00:00:00Z","now":"2026-01-01T00:00:01.5Z","token":"abc"}""");

        assertThat(told.state()).isEqualTo("waiting");
        assertThat(told.ticket()).isEqualTo(12_345);
        assertThat(told.rank()).isEqualTo(Told.UNKNOWN);
        assertThat(told.askAfterMillis()).isEqualTo(8_300);
        assertThat(told.secondsOpen()).isEqualTo(1.5);
        assertThat(Told.of("{\"type\":\"urn:jari:problem:not-admitted\"}").type())
                .isEqualTo("not-admitted");
        assertThat(Told.of("<html>").type()).isEqualTo("not-json");
        assertThat(Told.of("").state()).isEmpty();
    }

    @Test
    void seatsAreFoundSideBySide() {
        var bytes = Buffer.buffer(new byte[32 + 3]).setString(0, "JST").setIntLE(24, 10);
        bytes.setByte(32, (byte) 0b00_01_00_00); // the third is held
        var map = new SeatMap(bytes);

        assertThat(map.readable()).isTrue();
        assertThat(map.available(2)).isFalse();
        assertThat(map.sideBySide(2, 0)).isZero();
        assertThat(map.sideBySide(3, 0)).isEqualTo(3);
        assertThat(map.sideBySide(7, 5)).isEqualTo(3);
        assertThat(map.sideBySide(8, 0)).isEqualTo(-1);
        assertThat(new SeatMap(Buffer.buffer("{}")).readable()).isFalse();
    }
}
