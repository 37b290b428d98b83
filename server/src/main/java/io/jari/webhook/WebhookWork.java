package io.jari.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.db.DatabaseClock;
import io.jari.event.EventTail;
import io.jari.event.OfferedEvents;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Writes down what to send, and sends it, for as long as the server lives. Any number of processes do so. */
@ApplicationScoped
public class WebhookWork implements Glance {
    private static final long PAUSE_MILLIS = 250;
    private static final Duration DELIVERED_KEPT = Duration.ofDays(7);
    private static final Duration OTHERS_KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final Receivers receivers;
    private final FanOut fanOut;
    private final Courier courier;
    private final Rounds writing;
    private final Rounds sending;

    public WebhookWork(
            DataSource dataSource,
            OfferedEvents events,
            EventTail tail,
            WebhookSecrets secrets,
            Receivers receivers,
            ObjectMapper json,
            DatabaseClock clock,
            MeterRegistry metrics) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
        this.receivers = receivers;
        this.fanOut = new FanOut(jdbi, events, tail, FanOut.MOST_PENDING);
        var wake = new CopyOnWriteArrayList<Runnable>();
        this.courier = new Courier(
                jdbi,
                events,
                secrets,
                receivers,
                json,
                Executors.newVirtualThreadPerTaskExecutor(),
                results(metrics, wake));
        this.sending = new Rounds("webhooks", "webhooks are not sent for now", AT_LATEST_MILLIS, courier::turn);
        this.writing = new Rounds("webhook-fan-out", "webhooks learn nothing new for now", PAUSE_MILLIS, fanOut::turn);
        wake.add(sending::wake);
    }

    private static Courier.Results results(MeterRegistry metrics, List<Runnable> wake) {
        var pending = new AtomicInteger();
        Gauge.builder("jari.webhooks.pending", pending, AtomicInteger::get)
                .description("Deliveries that have not ended")
                .register(metrics);
        return new Courier.Results() {
            @Override
            public void ended(String result) {
                metrics.counter("jari.webhooks.deliveries", "result", result).increment();
            }

            @Override
            public void pending(int deliveries) {
                pending.set(deliveries);
            }

            @Override
            public void more() {
                wake.forEach(Runnable::run);
            }
        };
    }

    @Override
    public String condition() {
        return WebhookStore.ANY_PENDING;
    }

    @Override
    public void wake() {
        sending.wake();
    }

    /** Something is to be sent again. */
    void look() {
        fanOut.look();
        writing.wake();
        sending.wake();
    }

    /** Sends one that tells of nothing, now. Blocks until it is answered. */
    Receivers.Answer ping(Webhook webhook) {
        var now = clock.now();
        var payload = new Courier.Payload("webhook.ping", now, Map.of());
        var letter = jdbi.withHandle(
                handle -> courier.letter(handle, webhook, "ping_" + UUID.randomUUID(), now.getEpochSecond(), payload));
        return receivers.post(letter.url(), letter.headers(), letter.body());
    }

    @Scheduled(every = "1h", delayed = "5m")
    @RunOnVirtualThread
    void sweep() {
        jdbi.useTransaction(handle -> DeliveryStore.sweep(handle, DELIVERED_KEPT, OTHERS_KEPT));
    }

    void start(@Observes StartupEvent event) {
        writing.start();
        sending.start();
    }

    @PreDestroy
    void close() {
        writing.close();
        sending.close();
    }
}
