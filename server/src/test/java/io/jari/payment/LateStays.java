package io.jari.payment;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stays that nobody has paid for yet, their guests at the checkout, each the only one of its night in a hotel of one room; by turns at
 * one process and the other. The clock stands from before the first is made, so none of them ends, and no provider is asked again,
 * however long it takes to make all.
 */
final class LateStays {
    private static final int NIGHTS = 25;
    private static final int FIRST_DAY = 5;
    private static final int GUESTS = 8;
    private static final int MINUTES = 10;

    private final JariServer server;
    private final TestProvider provider;
    private final FrozenClock clock;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Integer> hotels = new ArrayList<>();

    LateStays(JariServer server, JariServer other, TestProvider provider, int many) {
        this.server = server;
        this.provider = provider;
        this.clock = new FrozenClock(server);
        clock.stop();
        while (stays.size() < many) {
            var hotel = TestHotel.with(TestData.of(server).dataSource(), 1);
            var guest = TestGuest.signedUp(server);
            hotels.add(hotel.hotelId());
            for (var day = FIRST_DAY; day < FIRST_DAY + NIGHTS && stays.size() < many; day++) {
                stays.add(new Stay(hotel, stays.size() % 2 == 0 ? guest : guest.at(other), day));
            }
        }
        all(Stay::atCheckout);
    }

    /** All are held to the very same end. */
    void endTogether() {
        var changed = TestData.number(server, """
                with changed as (update reservation
                                    set expires_at = date_trunc('milliseconds', (select jari_now())) + interval '1 second'
                                  where reservation_id in ('%s') and status = 'pending' returning 1)
                select count(*) from changed
                """.formatted(String.join("', '", ids())));
        assertThat(changed).isEqualTo(stays.size());
    }

    /** The clock stands so many milliseconds after that end. */
    void stand(int millis) {
        clock.stand(ids(), millis);
    }

    /** Once a process has looked for what has ended: it found one more stay, and would have found any of these. */
    void lookedFor() {
        var stay = new Stay(stays.getFirst().hotel, stays.getFirst().guest, FIRST_DAY + NIGHTS);
        stay.reserve();
        stay.endsWithin(0);
        await().atMost(TestGuest.PATIENCE).until(() -> stay.status().equals("canceled"));
    }

    private List<String> ids() {
        return stays.stream().map(stay -> stay.id).toList();
    }

    /** Some guests at once, until all have done it. */
    void all(Consumer<Stay> act) {
        all(GUESTS, act);
    }

    /** One guest after the other: so they come before, while and after the processes do something to all. */
    void oneByOne(Consumer<Stay> act) {
        all(1, act);
    }

    private void all(int atOnce, Consumer<Stay> act) {
        var acts = stays.stream()
                .<Callable<Void>>map(stay -> () -> {
                    act.accept(stay);
                    return null;
                })
                .toList();
        var failures = new ArrayList<Throwable>();
        try (var guests = Executors.newFixedThreadPool(atOnce)) {
            for (var done : guests.invokeAll(acts, MINUTES, TimeUnit.MINUTES)) {
                try {
                    var _ = done.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " of " + stays.size() + " stays", failures.getFirst());
        }
    }

    /** The provider has told of each how it ended there. */
    void decided() {
        all(stay -> stay.guest.await(stay.id, p -> !p.path("status").asText().equals("processing")));
    }

    void thaw() {
        clock.thaw();
    }

    /** How each of them ended, when that agrees with the money and the rooms. */
    Map<Stay, String> ended() {
        var payments = new ConcurrentHashMap<Stay, JsonNode>();
        all(stay -> payments.put(stay, stay.ended()));
        assertThat(payments).hasSameSizeAs(stays);
        var moved = provider.moved();
        var ends = new HashMap<Stay, String>();
        payments.forEach((stay, payment) ->
                ends.put(stay, stay.agreed(payment, moved.getOrDefault(stay.id, List.of()))));
        roomsAgree();
        return ends;
    }

    /** The same, each as it has to. */
    void ended(Function<Stay, String> right) {
        var ends = ended();
        assertThat(ends).isEqualTo(stays.stream().collect(Collectors.toMap(stay -> stay, right)));
    }

    /** As many rooms are taken as there are reservations that hold them, on every night. */
    private void roomsAgree() {
        var wrong = TestData.number(
                server, """
                select count(*)
                  from (select i.total_reserved,
                               (select count(*) from reservation r
                                 where r.hotel_id = i.hotel_id and r.start_date = i.date and r.status in ('pending', 'paid')) as held
                          from room_type_inventory i where i.hotel_id in (%s)) night
                 where total_reserved <> held or held > 1
                """.formatted(hotels.stream().map(Object::toString).collect(Collectors.joining(", "))));
        assertThat(wrong).as("nights that are counted wrong").isZero();
    }

    final class Stay {
        private final TestHotel hotel;
        private final TestGuest guest;
        private final int day;
        private String id = "";
        private String page = "";
        private String providerName = "";

        Stay(TestHotel hotel, TestGuest guest, int day) {
            this.hotel = hotel;
            this.guest = guest;
            this.day = day;
        }

        private void reserve() {
            id = guest.reserve(hotel, day);
        }

        private void atCheckout() {
            reserve();
            var open = guest.atCheckout(id);
            page = TestGuest.page(open);
            providerName = TestGuest.provider(open);
        }

        /** Captured as soon as the guest has paid, by this provider; by the other one when we confirm. */
        boolean isCapturedAtOnce() {
            return providerName.equals("alpha");
        }

        void paysWell() {
            ok(303, TestProvider.pay(page));
        }

        void pays() {
            var _ = TestProvider.pay(page);
        }

        void endsWithin(int millis) {
            TestData.execute(server, """
                    update reservation set expires_at = date_trunc('milliseconds', jari_now()) + %d * interval '1 millisecond'
                     where reservation_id = '%s' and status = 'pending'
                    """.formatted(millis, id));
        }

        /** Once it is canceled; whether it was in time. What is free is known to all a moment later. */
        boolean isTakenBySomebodyElse() {
            await().atMost(TestGuest.PATIENCE).until(() -> !status().equals("pending"));
            return await().atMost(TestGuest.PATIENCE)
                    .until(
                            () -> guest.tryReserving(hotel, day).status() == 201
                                    ? Taken.YES
                                    : status().equals("paid") ? Taken.TOO_LATE : Taken.NOT_YET,
                            taken -> taken != Taken.NOT_YET)
                    .equals(Taken.YES);
        }

        private enum Taken {
            YES,
            NOT_YET,
            TOO_LATE
        }

        private String status() {
            return guest.reservation(id).path("status").asText();
        }

        /** Its payment, once nothing can move any more. */
        private JsonNode ended() {
            return guest.await(
                    id,
                    p -> List.of("paid", "closed", "refunded")
                            .contains(p.path("status").asText()));
        }

        /**
         * Its status, when that agrees with the money.
         *
         * @param moved what the provider's log says of it: each of the whole amount
         */
        private String agreed(JsonNode payment, List<String> moved) {
            var status = status();
            var paid = payment.path("status").asText().equals("paid");
            var capture = "capture " + payment.path("amount").asLong() + " KRW";
            var refund = capture.replace("capture", "refund");
            assertThat(status).as(payment.toString()).isEqualTo(paid ? "paid" : "canceled");
            assertThat(moved)
                    .as(payment.toString())
                    .isIn(paid ? List.of(List.of(capture)) : List.of(List.of(), List.of(capture, refund)));
            return status;
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
