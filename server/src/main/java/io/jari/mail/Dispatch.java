package io.jari.mail;

import io.jari.mail.MailConnection.Sending;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the letters that are due: each is marked as being sent, sent, and marked as sent, none of it in one transaction with another. Whoever
 * dies between leaves a letter that is sent once more after its lease, by the same name.
 */
final class Dispatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Dispatch.class);
    /** Letters by one connection: servers do not like more. */
    private static final int MOST_BY_CONNECTION = 50;

    private static final long FIRST_PAUSE_SECONDS = 10;
    private static final long LONGEST_PAUSE_SECONDS = 3_600;
    private static final int MOST_DOUBLINGS = 12;
    private static final long LONGEST_QUIET_SECONDS = 60;
    private static final long CLOSING_SECONDS = 5;

    private final LetterStore store;
    private final Function<Letter, Draft> drafts;
    private final MailServer server;
    private final Session session;
    private final Envelope envelope;
    private final String domain;
    private final Terms terms;
    private final Listener listener;
    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;
    private final AtomicInteger unreachable = new AtomicInteger();
    private volatile long quietUntil = System.nanoTime();

    /**
     * How it is done.
     *
     * @param claim takes the next letter that is due
     * @param lease after which somebody else takes it
     */
    record Terms(String claim, Duration lease, int answerMillis, int connections) {}

    /** Hears what becomes of letters. */
    interface Listener {
        void ended(LetterKind kind, String how);
    }

    Dispatch(
            LetterStore store,
            Function<Letter, Draft> drafts,
            MailServer server,
            Sender sender,
            Stationery stationery,
            Terms terms,
            Listener listener) {
        this.store = store;
        this.drafts = drafts;
        this.server = server;
        this.session = Session.getInstance(server.properties(terms.answerMillis()));
        this.envelope = new Envelope(stationery, sender, session);
        this.domain = sender.address().domain();
        this.terms = terms;
        this.listener = listener;
    }

    /** Once: whether there may be more to do at once. */
    boolean turn() throws InterruptedException {
        if (System.nanoTime() - quietUntil < 0) {
            return false;
        }
        var first = claim();
        if (first.isEmpty()) {
            return false;
        }
        var sending = new ArrayList<Future<?>>();
        sending.add(lanes.submit(() -> lane(first.get())));
        for (var i = 1; i < terms.connections(); i++) {
            sending.add(lanes.submit(() -> claim().ifPresent(this::lane)));
        }
        await(sending);
        return System.nanoTime() - quietUntil >= 0;
    }

    private static void await(List<Future<?>> sending) throws InterruptedException {
        for (var one : sending) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Optional<Letter> claim() {
        return closed ? Optional.empty() : store.claim(terms.claim(), terms.lease());
    }

    /** One connection, while there are letters and it works. */
    private void lane(Letter first) {
        @Nullable MailConnection connection = null;
        try {
            var next = Optional.of(first);
            for (var i = 1; next.isPresent(); i++) {
                var letter = next.get();
                var draft = written(letter);
                if (draft instanceof Draft.Written written) {
                    connection = connection == null ? open(letter) : connection;
                    if (connection == null || !send(connection, letter, written)) {
                        return;
                    }
                }
                next = i < MOST_BY_CONNECTION ? claim() : Optional.empty();
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    /** What cannot be written now is tried again; what is not to be sent has ended. */
    private @Nullable Draft written(Letter letter) {
        try {
            var draft = drafts.apply(letter);
            if (draft instanceof Draft.Skipped(String why)) {
                end(letter, Letter.State.SKIPPED, why);
            }
            return draft;
        } catch (RuntimeException e) {
            // Its words may say anything.
            LOG.warnf(
                    "letter %s could not be written: %s",
                    letter.id().text(), e.getClass().getName());
            postpone(letter, "not-written");
            return null;
        }
    }

    private @Nullable MailConnection open(Letter letter) {
        try {
            var connection = MailConnection.open(session, server);
            unreachable.set(0);
            return connection;
        } catch (MessagingException e) {
            var why = MailConnection.why(e);
            var times = unreachable.incrementAndGet();
            if (times == 1) {
                LOG.warnf("the mail server %s can't be reached, or does not let us in: %s", server, why);
            }
            var seconds = Math.min(LONGEST_QUIET_SECONDS, 1L << Math.min(times, MOST_DOUBLINGS));
            quietUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            postpone(letter, why);
            return null;
        }
    }

    /** False where the connection is of no use any more. */
    private boolean send(MailConnection connection, Letter letter, Draft.Written written) {
        var to = MailAddress.of(written.to());
        if (to.isEmpty()) {
            end(letter, Letter.State.SKIPPED, "no-address");
            return true;
        }
        try {
            var message = envelope.around(
                    written,
                    to.get(),
                    letter.messageId(domain),
                    Clock.systemUTC().instant());
            switch (connection.send(message)) {
                case Sending.Sent() -> end(letter, Letter.State.SENT, null);
                case Sending.Refused(String why) -> end(letter, Letter.State.FAILED, why);
                case Sending.Failed(String why) -> postpone(letter, why);
            }
            return connection.isOpen();
        } catch (MessagingException e) {
            LOG.warnf(
                    "letter %s could not be put together: %s",
                    letter.id().text(), e.getClass().getName());
            postpone(letter, "not-written");
            return true;
        }
    }

    private void end(Letter letter, Letter.State state, @Nullable String reason) {
        if (store.end(letter, state, reason)) {
            listener.ended(letter.kind(), state.wire());
        }
    }

    private void postpone(Letter letter, String reason) {
        var doubled = FIRST_PAUSE_SECONDS << Math.min(letter.tries() - 1, MOST_DOUBLINGS);
        var seconds = Math.min(LONGEST_PAUSE_SECONDS, doubled);
        var jittered = seconds + ThreadLocalRandom.current().nextLong(seconds / 5 + 1);
        if (store.postpone(letter, Duration.ofSeconds(jittered), reason)) {
            listener.ended(letter.kind(), "postponed");
        }
    }

    /** What is being sent is given a moment to end. */
    @Override
    public void close() {
        closed = true;
        lanes.shutdown();
        try {
            if (!lanes.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                lanes.shutdownNow();
            }
        } catch (InterruptedException e) {
            lanes.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
