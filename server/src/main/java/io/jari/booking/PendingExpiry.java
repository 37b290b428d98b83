package io.jari.booking;

import io.jari.outage.Outage;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Cancels what was not paid in time, twice a second, one batch at a time. Every process does so: a reservation that another one
 * canceled stays as it is. First each notes that it is there, see {@link Outage}: nothing expires for the time when nobody was.
 */
@ApplicationScoped
public class PendingExpiry implements Glance {
    private static final int BATCH = 500;
    private static final long BATCH_LIMIT_SECONDS = 30;

    private final DataSource dataSource;
    private final Bookings bookings;
    private final Outage outage;
    private final Rounds rounds =
            new Rounds("pending-expiry", "pending reservations do not expire for now", AT_LATEST_MILLIS, this::turn);

    public PendingExpiry(DataSource dataSource, Bookings bookings, Outage outage) {
        this.dataSource = dataSource;
        this.bookings = bookings;
        this.outage = outage;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @Override
    public String condition() {
        return "(select expires_at from reservation where status = 'pending' order by expires_at limit 1) <= it.now";
    }

    @Override
    public void wake() {
        rounds.wake();
    }

    private boolean turn() throws Exception {
        outage.beat();
        expire();
        return false;
    }

    private void expire() throws Exception {
        var answers = new ArrayList<CompletableFuture<?>>();
        for (var due : due()) {
            answers.add(bookings.submit(due.hotelId(), new Command.Expire(due.reservationId())));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(BATCH_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private List<BookingStore.Key> due() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        select hotel_id, reservation_id from reservation
                         where status = 'pending' and expires_at <= (select jari_now())
                         order by expires_at limit ?
                        """)) {
            select.setInt(1, BATCH);
            var due = new ArrayList<BookingStore.Key>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new BookingStore.Key(rows.getInt(1), rows.getString(2)));
                }
            }
            return due;
        }
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
