package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 64 people press the button ten times each on the last ten rooms, eleven with overbooking, through two server processes. */
class LastRoomsIT {
    private static final int PEOPLE = 64;
    private static final int PRESSES = 10;
    private static final int LIMIT = 11;
    private static final int RUSHES = Boolean.getBoolean("jari.long") ? 20 : 1;

    @Test
    void exactlyTheLimitIsSoldAndRepeatsGetTheSameAnswer() throws Exception {
        try (var one = JariServer.start(Map.of());
                var other = one.another(Map.of())) {
            for (var n = 0; n < RUSHES; n++) {
                var stay = TestStay.with(one, 10);
                var answers = rush(one, other, stay);
                assertThat(answers.values())
                        .allSatisfy(bodies ->
                                assertThat(bodies).as("one answer for one id").hasSize(1));
                assertThat(sold(answers)).hasSize(LIMIT);
                var there = " where hotel_id = " + stay.hotelId();
                assertThat(TestData.number(one, "select count(*) from reservation" + there))
                        .isEqualTo(LIMIT);
                assertThat(TestData.number(one, "select max(total_reserved) from room_type_inventory" + there))
                        .isEqualTo(LIMIT);
            }
            one.verify();
        }
    }

    /** The twin: with lock, condition and CHECK switched off, the same people buy too much. */
    @Test
    void withoutTheGuardsTheSameRushSellsTooMuch() throws Exception {
        var off = Map.of("JARI_BOOKING_GUARDS", "off");
        try (var one = JariServer.start(off);
                var other = one.another(off)) {
            TestData.execute(one, "alter table room_type_inventory drop constraint room_type_inventory_limit");
            TestData.execute(one, "alter table house_inventory drop constraint house_inventory_limit");
            var most = 0;
            for (var attempt = 0; attempt < 20 && most <= LIMIT; attempt++) {
                most = sold(rush(one, other, TestStay.with(one, 10))).size();
            }
            assertThat(most).isGreaterThan(LIMIT);
        }
    }

    private static List<String> sold(Map<String, Set<String>> answers) {
        return answers.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(a -> a.startsWith("201")))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All answers by reservation id. */
    private static Map<String, Set<String>> rush(JariServer one, JariServer other, TestStay stay) throws Exception {
        var guest = Api.demo(one.url(), "guest");
        var ids = new ArrayList<String>();
        for (var person = 0; person < PEOPLE; person++) {
            ids.add(stay.order(guest));
        }
        var answers = new ConcurrentHashMap<String, Set<String>>();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var presses = new ArrayList<Callable<Void>>();
            for (var press = 0; press < PRESSES; press++) {
                for (var person = 0; person < PEOPLE; person++) {
                    var id = ids.get(person);
                    var at = (press + person) % 2 == 0 ? guest : guest.at(other.url());
                    presses.add(() -> {
                        var answer = at.post("/v1/reservations", stay.request(id));
                        assertThat(answer.status()).as(answer.body().toString()).isIn(201, 409);
                        answers.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet())
                                .add(answer.status()
                                        + (answer.status() == 201
                                                ? answer.body().toString()
                                                : ""));
                        return null;
                    });
                }
            }
            for (var press : threads.invokeAll(presses)) {
                press.get();
            }
        }
        assertThat(new HashSet<>(ids)).hasSize(PEOPLE);
        return answers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
