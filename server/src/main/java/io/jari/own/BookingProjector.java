package io.jari.own;

import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;

/** Follows hotels and dates for as long as the server lives. Every process does so; one at a time has work. */
@ApplicationScoped
public class BookingProjector {
    private static final long PAUSE_MILLIS = 300;
    private final Rounds rounds;

    public BookingProjector(DataSource dataSource) {
        var projection = new Projection(dataSource);
        this.rounds =
                new Rounds("own-bookings", "lists of own bookings stand still for now", PAUSE_MILLIS, projection::turn);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
