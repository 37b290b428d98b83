package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jari.account.Caller;
import io.jari.account.Rights;
import io.jari.core.queue.Standing;
import io.jari.db.DatabaseClock;
import io.jari.db.TestPostgres;
import io.jari.http.Problem;
import io.jari.key.TestKeys;
import io.jari.queue.Queueing.Entered;
import io.jari.queue.Queueing.Joined;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What those are told who ask when it does not go as usual. */
class QueueingTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final DatabaseClock CLOCK = new DatabaseClock(DATABASE);
    private static final String DEVICE = "device-for-the-test-00001";
    private static final Caller KIM = new Caller(5, "Kim", false, Rights.NONE);
    private static final Queues QUEUES = new Queues(DATABASE, new QueueRanks(), new SimpleMeterRegistry());

    private final Joiners joiners = new Joiners(TestKeys.secret("s"));
    private final QueueTokens tokens;
    private final Passes passes;

    QueueingTest() throws SQLException {
        var keys = TestKeys.of(DATABASE, CLOCK);
        tokens = new QueueTokens(keys, CLOCK);
        passes = new Passes(keys, CLOCK);
    }

    @AfterAll
    static void close() {
        QUEUES.close();
    }

    /** Each order of a draw is an array, as those in use are. */
    private static Lines lines(DataSource database) {
        return new Lines(
                database,
                CLOCK,
                _ -> ticket -> new long[] {2, 1}[(int) ticket - 1],
                new SimpleMeterRegistry(),
                1_000_000);
    }

    private Queueing queueing(Lines lines, EntryLimits limits) {
        return new Queueing(QUEUES, lines, joiners, limits, tokens, passes);
    }

    private static EntryLimits limits() {
        return new EntryLimits(1, 10);
    }

    @Test
    void aLineThatIsGoneLetsEverybodyThroughBeforeItsEndIsSeen() throws SQLException {
        var date = QueueDate.make(DATABASE).queue("drawn", "1 minute");
        date.set("tickets = 2, drawn_tickets = 2, root = '\\xab', frozen_at = jari_now()");
        date.set("drawn_at = jari_now(), public_value = 'v'");
        var lines = lines(DATABASE);
        try {
            var line = lines.of(date.dateId()).join().orElseThrow();
            assertThatThrownBy(() -> line.place(0, CLOCK.millis()))
                    .as("no ticket has no rank")
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
            try (var connection = DATABASE.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("delete from queue where date_id = " + date.dateId());
            }
            var joined =
                    queueing(lines, limits()).join(date.dateId(), DEVICE, null).join();
            var told = ((Joined.NoQueue) joined).line();
            assertThat(told.dateId()).isEqualTo(date.dateId());
            assertThat(told.place(0, CLOCK.millis()).standing()).isEqualTo(Standing.OFF);
        } finally {
            lines.close();
        }
    }

    @Test
    void whereTooManyLinesAreBeingReadOneIsToldToComeAgain() {
        var stuck = new CountDownLatch(1);
        var database = (DataSource)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, _, _) -> {
                    stuck.await();
                    throw new SQLException("gone");
                });
        var lines = lines(database);
        var warnings = Logger.getLogger("com.github.benmanes.caffeine");
        warnings.setLevel(Level.OFF); // of each that is not read in the end
        try {
            var date = new AtomicInteger(1_000);
            await().until(() -> lines.of(date.incrementAndGet()).isCompletedExceptionally());
            comesAgain(queueing(lines, limits()).join(1, DEVICE, null));
            comesAgain(new PassGate(new LineDates(lines), passes, "on").check(1, null, 5));
        } finally {
            stuck.countDown();
            lines.close();
        }
    }

    private static void comesAgain(CompletableFuture<?> asked) {
        assertThatThrownBy(asked::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getResponse().getStatus()).isEqualTo(503);
                    assertThat(problem.getResponse().getHeaderString("Retry-After"))
                            .isEqualTo("1");
                });
    }

    @Test
    void whoAsksAllTheTimeToComeInIsToldToWaitAndNobodyElse() {
        var lines = lines(DATABASE);
        try {
            var slow = queueing(lines, new EntryLimits(0.001, 10));
            var unlimited = queueing(lines, new EntryLimits(0, 10));
            for (var i = 0; i < 10; i++) {
                assertThat(status(slow, 1)).isEqualTo(409);
            }
            assertThat(status(slow, 1)).isEqualTo(429);
            assertThat(status(slow, 2)).isEqualTo(409);
            for (var i = 0; i < 20; i++) {
                assertThat(status(unlimited, 1)).as("without a limit").isEqualTo(409);
            }
        } finally {
            lines.close();
        }
    }

    /** Of a date without a queue: what is said when the line is asked. */
    private int status(Queueing queueing, long ticket) {
        var token = tokens.sign(999, ticket, joiners.ofDevice(DEVICE));
        var entered = queueing.enter(token, DEVICE, KIM).join();
        var refusal = ((Entered.Refused) entered).why().getResponse();
        if (refusal.getStatus() == 429) {
            assertThat(refusal.getHeaderString("Retry-After")).isNotBlank();
        }
        return refusal.getStatus();
    }
}
