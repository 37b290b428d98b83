package io.jari.payment;

import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Money that comes around the end of the time to pay, while two processes cancel what was not paid: each reservation is paid and has its
 * room, or is canceled and nothing was captured, or all of it went back.
 */
class LatePaymentIT {
    private static final int TIMES = Boolean.getBoolean("jari.long") ? 1_000 : 40;
    private static final int NIGHTS = 50;
    private static final int FIRST_DAY = 5;
    private static final String SILENT = "{\"callbackLost\":1}";

    private static ProviderProcess process;
    private static JariServer server;
    private static JariServer other;
    private static TestProvider provider;

    @BeforeAll
    static void start() {
        process = new ProviderProcess();
        var all = new HashMap<>(process.environment());
        all.put("JARI_PAYMENT_CALL_MILLIS", "20000");
        server = JariServer.start(all);
        other = server.another(all);
        provider = TestProvider.of(process);
    }

    @AfterAll
    static void stop() {
        try {
            server.verify();
        } finally {
            other.close();
            server.close();
            process.close();
        }
    }

    @AfterEach
    void well() {
        provider.faults(TestProvider.NO_FAULTS);
    }

    /** A millisecond before the end it is held, whatever else happens then. */
    @Test
    void whatComesInTimeIsPaid() {
        each(TIMES / 4, stay -> {
            var page = stay.almostOver();
            var clock = FrozenClock.at(server, stay.id, -1);
            ok(303, TestProvider.pay(page));
            stay.guest.await(stay.id, p -> !p.path("status").asText().equals("processing"));
            clock.thaw();
            assertThat(stay.ended()).isEqualTo("paid");
        });
    }

    /** A millisecond after it, while the processes cancel it. */
    @Test
    void whatRacesItsEndIsPaidOrCosts() {
        each(TIMES / 4, stay -> {
            var page = stay.almostOver();
            var clock = FrozenClock.at(server, stay.id, 1);
            var _ = TestProvider.pay(page);
            stay.guest.await(stay.id, p -> !p.path("status").asText().equals("processing"));
            clock.thaw();
            var _ = stay.ended();
        });
    }

    /** Captured in time, and told of when the room is free again: it is taken again. What only was agreed to is not captured. */
    @Test
    void lateMoneyTakesTheRoomAgain() {
        each(TIMES / 4, stay -> {
            var page = stay.almostOver();
            provider.faults(SILENT);
            ok(303, TestProvider.pay(page));
            var clock = FrozenClock.at(server, stay.id, 1);
            stay.guest.await(stay.id, p -> !p.path("status").asText().equals("processing"));
            clock.thaw();
            provider.faults(TestProvider.NO_FAULTS);
            assertThat(stay.ended()).isEqualTo(stay.provider.equals("alpha") ? "paid" : "canceled");
        });
    }

    /** Captured in time, and told of when somebody else has the room. */
    @Test
    void lateMoneyForWhatSomebodyElseHasGoesBack() {
        var back = each(TIMES / 4, stay -> {
            var page = stay.almostOver();
            provider.faults(SILENT);
            ok(303, TestProvider.pay(page));
            provider.faults("{\"delay\":{\"p\":1,\"millis\":4000}}");
            var clock = FrozenClock.at(server, stay.id, 1);
            var taken = stay.takenBySomebodyElse();
            stay.guest.await(stay.id, p -> !p.path("status").asText().equals("processing"));
            clock.thaw();
            provider.faults(TestProvider.NO_FAULTS);
            assertThat(stay.ended()).isEqualTo(taken ? "canceled" : "paid");
        });
        assertThat(back).as("seen to happen").contains("capture, refund");
    }

    /** Nobody knows which comes first. */
    @Test
    void manyAtOnceAtTheirEnd() throws Exception {
        var stays = stays(TIMES);
        var random = new Random(7);
        var paying = new ArrayList<Callable<Void>>();
        for (var stay : stays) {
            var page = page(stay.guest.atCheckout(stay.id));
            paying.add(() -> {
                stay.endsWithin(random.nextInt(1_500));
                var _ = TestProvider.pay(page);
                return null;
            });
        }
        try (var guests = Executors.newFixedThreadPool(8)) {
            for (var paid : guests.invokeAll(paying, 10, TimeUnit.MINUTES)) {
                var _ = paid.get();
            }
        }
        for (var stay : stays) {
            var _ = stay.ended();
        }
        agree(stays);
    }

    private interface Course {
        void run(Stay stay);
    }

    private static List<String> each(int times, Course course) {
        var stays = stays(times);
        for (var stay : stays) {
            course.run(stay);
        }
        agree(stays);
        return stays.stream().map(Stay::moved).toList();
    }

    /** Each a night of its own in a hotel of one room; by turns at one process and the other. */
    private static List<Stay> stays(int times) {
        var stays = new ArrayList<Stay>();
        while (stays.size() < times) {
            var hotel = TestHotel.with(TestData.of(server).dataSource(), 1);
            var guest = TestGuest.signedUp(server);
            for (var day = FIRST_DAY; day < FIRST_DAY + NIGHTS && stays.size() < times; day++) {
                stays.add(new Stay(hotel, stays.size() % 2 == 0 ? guest : guest.at(other), day));
            }
        }
        return stays;
    }

    /** As many rooms are taken as there are reservations that hold them, and no money is anywhere else. */
    private static void agree(List<Stay> stays) {
        for (var stay : stays) {
            var held = TestData.number(server, """
                    select count(*) from reservation
                     where hotel_id = %d and start_date = date '%s' and status in ('pending', 'paid')
                    """.formatted(
                            stay.hotel.hotelId(), stay.hotel.today().plusDays(stay.day)));
            assertThat(stay.hotel.reserved(stay.day)).isEqualTo(held).isLessThanOrEqualTo(1);
        }
    }

    private static final class Stay {
        private final TestHotel hotel;
        private final TestGuest guest;
        private final int day;
        private final String id;
        private String provider = "";

        Stay(TestHotel hotel, TestGuest guest, int day) {
            this.hotel = hotel;
            this.guest = guest;
            this.day = day;
            this.id = guest.reserve(hotel, day);
        }

        /** At the checkout, with some seconds left. */
        String almostOver() {
            var open = guest.atCheckout(id);
            provider = TestGuest.provider(open);
            endsWithin(8_000);
            return page(open);
        }

        void endsWithin(int millis) {
            TestData.execute(server, """
                    update reservation set expires_at = date_trunc('milliseconds', jari_now()) + %d * interval '1 millisecond'
                     where reservation_id = '%s' and status = 'pending'
                    """.formatted(millis, id));
        }

        /** Once it is canceled; whether it was in time. What is free is known to all a moment later. */
        boolean takenBySomebodyElse() {
            await().atMost(TestGuest.PATIENCE)
                    .until(() -> !guest.reservation(id).path("status").asText().equals("pending"));
            return await().atMost(TestGuest.PATIENCE)
                    .until(
                            () -> guest.tryReserving(hotel, day).status() == 201
                                    ? Taken.YES
                                    : guest.reservation(id)
                                                    .path("status")
                                                    .asText()
                                                    .equals("paid")
                                            ? Taken.TOO_LATE
                                            : Taken.NOT_YET,
                            taken -> taken != Taken.NOT_YET)
                    .equals(Taken.YES);
        }

        private enum Taken {
            YES,
            NOT_YET,
            TOO_LATE
        }

        /** How it ended, when that agrees with the money. */
        String ended() {
            var payment = guest.await(
                    id,
                    p -> List.of("paid", "closed", "refunded")
                            .contains(p.path("status").asText()));
            var status = guest.reservation(id).path("status").asText();
            var paid = payment.path("status").asText().equals("paid");
            assertThat(status).as(payment.toString()).isEqualTo(paid ? "paid" : "canceled");
            assertThat(moved()).as(payment.toString()).isIn(paid ? List.of("capture") : List.of("", "capture, refund"));
            return status;
        }

        /** What the provider's log says of it: each of the whole amount. */
        String moved() {
            var amount = guest.payment(id).path("amount").asLong();
            var lines = LatePaymentIT.provider.moved(id);
            assertThat(lines).allMatch(line -> line.endsWith(" " + amount + " KRW"));
            return String.join(
                    ", ",
                    lines.stream().map(line -> line.replaceFirst(" .*", "")).toList());
        }
    }
}
