package io.jari.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.BigRun;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten people after the same two dozen seats, each wherever it is quicker: two server processes, one database. */
class SeatRushIT {
    private static final int PEOPLE = 10;
    private static final int SEATS = 24;
    private static final int RUSHES = Boolean.getBoolean("jari.long") ? 20 : 1;

    @Test
    void everySeatHasOneOwnerAndNobodyMoreThanAllowed() throws Exception {
        try (var one = JariServer.start(Map.of());
                var other = one.another(Map.of())) {
            var people = people(one, other);
            for (var n = 0; n < RUSHES; n++) {
                var hall = TestHall.with(TestData.of(one).dataSource(), SEATS);
                var owners = rush(people, hall);
                assertThat(owners).hasSize(SEATS);
                assertThat(owners.values())
                        .allSatisfy(count -> assertThat(count.get()).isOne());
                assertThat(hall.seats("held")).isEqualTo(SEATS);
                assertThat(hall.count("""
                                select count(*) from (select account_id from seat_hold where date_id = %d
                                 group by 1 having sum(cardinality(seats)) > 4) p
                                """.formatted(hall.dateId())))
                        .as("people above the limit")
                        .isZero();
            }
            one.verify();
        }
    }

    /** The twin: without lock and key the same people get the same seats. */
    @Test
    @BigRun
    void withoutTheGuardsTheSameRushGivesSeatsToTwo() throws Exception {
        var off = Map.of("JARI_SEAT_GUARDS", "off");
        try (var one = JariServer.start(off);
                var other = one.another(off)) {
            TestData.execute(one, "alter table seat_claim drop constraint seat_claim_pkey");
            var people = people(one, other);
            var most = 0;
            for (var attempt = 0; attempt < 20 && most <= 1; attempt++) {
                var owners = rush(people, TestHall.with(TestData.of(one).dataSource(), SEATS));
                most = owners.values().stream()
                        .mapToInt(AtomicInteger::get)
                        .max()
                        .orElse(0);
            }
            assertThat(most).isGreaterThan(1);
        }
    }

    private record Person(SeatGuest here, SeatGuest there) {}

    private static List<Person> people(JariServer one, JariServer other) {
        var anywhere = new TestHall(TestData.of(one).dataSource(), 1);
        return IntStream.range(0, PEOPLE)
                .mapToObj(_ -> SeatGuest.of(one, anywhere))
                .map(guest -> new Person(guest, guest.at(other)))
                .toList();
    }

    /** How many people were told of each seat that it is theirs. */
    private static Map<Integer, AtomicInteger> rush(List<Person> people, TestHall hall) throws Exception {
        var owners = new ConcurrentHashMap<Integer, AtomicInteger>();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var tries = new ArrayList<Callable<Void>>();
            for (var n = 0; n < people.size(); n++) {
                var person = people.get(n);
                var random = new Random(n);
                tries.add(() -> {
                    var wishes = new ArrayList<>(TestHall.range(0, SEATS));
                    Collections.shuffle(wishes, random);
                    Collections.sort(wishes.subList(0, SEATS / 2)); // all begin in front, so that they meet
                    for (int seat : wishes) {
                        var at = random.nextBoolean() ? person.here() : person.there();
                        var answer = new SeatGuest(at.guest(), hall).tryHolding(seat);
                        assertThat(answer.status()).as(answer.body().toString()).isIn(201, 409);
                        if (answer.status() == 201) {
                            owners.computeIfAbsent(seat, _ -> new AtomicInteger())
                                    .incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(tries)) {
                done.get();
            }
        }
        return owners;
    }
}
