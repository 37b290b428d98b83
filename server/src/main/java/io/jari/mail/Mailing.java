package io.jari.mail;

import io.jari.event.EventLog;
import io.jari.event.EventReader;
import io.jari.event.EventTail;
import io.jari.http.Greeting;
import io.jari.round.Glance;
import io.jari.round.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Makes letters and sends them for as long as the server lives. Every process does so; without a mail server they wait for one. */
@ApplicationScoped
public class Mailing implements Greeting, Glance {
    private static final long READ_MILLIS = 300;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long FORGET_NANOS = TimeUnit.HOURS.toNanos(1);

    private final EventTail tail;
    private final LetterReader reader;
    private final LetterStore store;
    private final Optional<Dispatch> dispatch;
    private final MailMeters meters;
    private final int rememberDays;
    private final Rounds reading;
    private final Rounds sending;
    private boolean begun;
    private long seen = -1;
    private long readNanos = System.nanoTime();
    private long lookedNanos = System.nanoTime() - LOOK_NANOS;
    private long forgotNanos = System.nanoTime() - FORGET_NANOS;

    Mailing(
            DataSource dataSource,
            EventLog log,
            EventTail tail,
            LetterStore store,
            Drafts drafts,
            MailOffice office,
            Stationery stationery,
            MailSettings settings,
            MeterRegistry metrics) {
        this.tail = tail;
        this.store = store;
        this.rememberDays = settings.rememberDays();
        this.meters = new MailMeters(metrics, office.server().isPresent());
        this.reader = new LetterReader(
                dataSource,
                log::after,
                LetterReader.Place.of(new EventReader("mail")),
                Duration.ofHours(settings.keepHours()));
        var terms = new Dispatch.Terms(
                LetterStore.CLAIM,
                Duration.ofSeconds(settings.leaseSeconds()),
                settings.answerMillis(),
                settings.connections());
        this.dispatch = office.server()
                .map(server ->
                        new Dispatch(store, drafts::of, server, office.sender(), stationery, terms, meters::ended));
        this.reading = new Rounds("letters", "letters are not written for now", READ_MILLIS, this::read);
        this.sending = new Rounds("mail", "letters are not sent for now", AT_LATEST_MILLIS, this::send);
    }

    void start(@Observes StartupEvent event) {
        reading.start();
        sending.start();
    }

    private boolean read() throws SQLException {
        if (!begun) {
            reader.begin();
            begun = true;
        }
        var last = tail.last();
        if (last <= seen && System.nanoTime() - readNanos < LOOK_NANOS) {
            return false;
        }
        readNanos = System.nanoTime();
        var turn = reader.turn();
        if (turn.letters() > 0) {
            sending.wake();
        }
        if (!turn.isFull()) {
            seen = last;
        }
        return turn.isFull();
    }

    private boolean send() throws InterruptedException {
        var now = System.nanoTime();
        if (now - lookedNanos >= LOOK_NANOS) {
            lookedNanos = now;
            store.skipOld();
            meters.stand(store.standing());
        }
        if (now - forgotNanos >= FORGET_NANOS) {
            forgotNanos = now;
            store.forget(rememberDays);
        }
        return dispatch.isPresent() && dispatch.get().turn();
    }

    /** Whoever runs it is told once that nobody gets a letter. */
    @Override
    public List<String> lines() {
        return dispatch.isPresent()
                ? List.of()
                : List.of(
                        "mail       none is sent: JARI_MAIL_URL names no mail server. Letters wait for one for a while.");
    }

    @Override
    public String condition() {
        return LetterStore.ANY_DUE;
    }

    @Override
    public void wake() {
        sending.wake();
    }

    @PreDestroy
    void close() {
        reading.close();
        sending.close();
        dispatch.ifPresent(Dispatch::close);
    }
}
