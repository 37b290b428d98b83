package io.jari.moving;

import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A few people who book one night after the other until they are told to stop. */
final class BookingCrowd implements AutoCloseable {
    private static final int PEOPLE = 4;
    private static final int DAYS = 50;

    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean going = true;

    BookingCrowd(JariServer server) {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 2_000);
        for (var n = 0; n < PEOPLE; n++) {
            var guest = TestGuest.signedUp(server);
            people.add(Thread.ofVirtual().start(() -> book(guest, hotel)));
        }
    }

    private void book(TestGuest guest, TestHotel hotel) {
        for (var n = 0; going; n++) {
            var answer = guest.tryReserving(hotel, n % DAYS);
            if (answer.status() == 201) {
                acknowledged.add(answer.body().path("reservationID").asText());
            }
        }
    }

    /** Until so many more were acknowledged; all up to now. */
    List<String> after(int more) {
        var before = acknowledged.size();
        await().atMost(TestGuest.PATIENCE).until(() -> acknowledged.size() >= before + more);
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        going = false;
        await().atMost(TestGuest.PATIENCE).until(() -> people.stream().noneMatch(Thread::isAlive));
    }
}
