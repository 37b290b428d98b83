package io.jari.event;

import io.jari.round.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Publishes for as long as the server lives. Every process tries; one at a time does. */
@ApplicationScoped
public class EventPublisher {
    private static final long PAUSE_MILLIS = 200;
    private final Rounds rounds;

    public EventPublisher(DataSource dataSource, EventTail tail, MeterRegistry metrics) {
        var published = Counter.builder("jari.events.published")
                .description("Events that this process numbered")
                .register(metrics);
        var lagSeconds = new AtomicReference<>(0.0);
        Gauge.builder("jari.events.lag", lagSeconds, AtomicReference::get)
                .description("Seconds that the oldest change has waited to be published")
                .register(metrics);
        var relay = new Relay(dataSource, new Relay.Listener() {
            @Override
            public void standing(long last, @Nullable Double lag) {
                tail.moved(last);
                lagSeconds.set(lag == null ? 0.0 : lag);
            }

            @Override
            public void published(long events, long last) {
                published.increment((double) events);
                tail.moved(last);
            }
        });
        this.rounds = new Rounds("events", "events are not published for now", PAUSE_MILLIS, relay::turn);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
