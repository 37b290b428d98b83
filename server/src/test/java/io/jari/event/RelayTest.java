package io.jari.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jari.db.Partition;
import io.jari.db.TestPostgres;
import io.jari.journal.Changes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    /** What a relay must not do: to read on from the newest version read. */
    private static final String BY_WATERMARK = EventStore.PUBLISH.replaceFirst("(?s)delete .*?entries\\)", """
            select * from event_pending
             where version > coalesce((select max(version) from event_batch), 0) order by version limit ?)
            """);

    /** One of its connections is cut off. */
    private static final DataSource DATABASE = TestPostgres.freshUrl().dataSource();

    private final DataSource database = DATABASE;
    private final Changes changes = new Changes(database);
    private final EventLog log = new EventLog(database);

    private static final Relay.Listener NOBODY = new Relay.Listener() {
        @Override
        public void standing(long last, @Nullable Double lagSeconds) {}

        @Override
        public void published(long events, long last) {}
    };

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "alter table journal disable trigger all; truncate event_batch, event_pending, event_reader, outbox, journal, partition_head");
        }
    }

    private void write(int account, int entries) {
        changes.first(Partition.account(account), "test", change -> {
            for (var i = 0; i < entries; i++) {
                change.journal("test.done", "s" + account, "{\"i\": " + i + "}");
            }
            return true;
        });
    }

    private Relay relay(boolean oneAtATime) {
        return new Relay(database, EventStore.PUBLISH, oneAtATime, NOBODY);
    }

    @Test
    void partitionsThatShareACommitAreNumberedOneAfterTheOther() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into event_pending (version, partition_id, kind, entries)"
                    + " select 7, id, 1, 2 from generate_series(1, 3) id");
            EventStore.publish(connection, EventStore.PUBLISH, 1);
            var rows = statement.executeQuery("select string_agg(first_event || ' ' || partition_id, ', ' order by 1)"
                    + " from (select * from event_batch order by first_event) b");
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("1 1, 3 2, 5 3");
        }
    }

    @Test
    void whoReadsOnMissesNothing() throws Exception {
        var writers = 4;
        var each = 60;
        var done = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(writers + 3)) {
            var relays = LongStream.range(0, 2)
                    .mapToObj(_ -> threads.submit(() -> {
                        while (!done.get()) {
                            relay(true).turn();
                        }
                        return true;
                    }))
                    .toList();
            var reader = threads.submit(() -> {
                var read = new ArrayList<Event>();
                while (!done.get() || log.last() > read.size()) {
                    read.addAll(log.after(read.size(), 7));
                }
                return read;
            });
            var writing = new ArrayList<Callable<Boolean>>();
            for (var writer = 0; writer < writers; writer++) {
                var random = new Random(writer);
                writing.add(() -> {
                    for (var i = 0; i < each; i++) {
                        write(1 + random.nextInt(5), 1 + random.nextInt(4));
                    }
                    return true;
                });
            }
            for (var written : threads.invokeAll(writing)) {
                written.get();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> count("select count(*) from event_pending") == 0);
            done.set(true);
            for (var relaying : relays) {
                relaying.get();
            }
            var read = reader.get(60, TimeUnit.SECONDS);
            assertThat(read).hasSize((int) count("select count(*) from journal"));
            assertThat(read)
                    .extracting(Event::number)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, read.size()).boxed().toList());
            assertThat(count("""
                    select count(*) from (select version, lag(version) over (partition by partition_id, kind order by first_event) as before
                                            from event_batch) b where version <= before
                    """)).isZero();
            assertOrderWithinVersions(read);
        }
    }

    private static void assertOrderWithinVersions(List<Event> read) {
        var next = new HashMap<String, Integer>();
        for (var event : read) {
            var i = Objects.requireNonNull(event.body()).get("i").asInt();
            assertThat(i).isIn(0, next.getOrDefault(event.subject(), 0));
            next.put(event.subject(), i + 1);
        }
    }

    /** One that took its version first and commits last. */
    private long publishedOfCrossing(String publish) throws Exception {
        var relay = new Relay(database, publish, true, NOBODY);
        var taken = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var slow = threads.submit(() -> changes.first(Partition.account(1), "test", change -> {
                change.journal("test.late", "late", null);
                taken.countDown();
                try {
                    return go.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
            write(2, 1);
            relay.turn();
            assertThat(log.last()).isEqualTo(1);
            go.countDown();
            assertThat(slow.get(60, TimeUnit.SECONDS)).isTrue();
        }
        new Relay(database, publish, true, NOBODY).turn();
        return log.last();
    }

    @Test
    void whatIsCommittedLateIsNumberedLater() throws Exception {
        assertThat(publishedOfCrossing(EventStore.PUBLISH)).isEqualTo(2);
        assertThat(log.after(1, 10)).extracting(Event::type).containsExactly("test.late");
    }

    /** The twin: the late one is never seen. */
    @Test
    void byTheNewestVersionItWouldBeMissed() throws Exception {
        assertThat(publishedOfCrossing(BY_WATERMARK)).isEqualTo(1);
    }

    @Test
    void oneAtATimePublishes() throws Exception {
        write(1, 2);
        try (var first = publishing()) {
            write(2, 3);
            relay(true).turn();
            assertThat(log.last()).isZero();
            first.commit();
        }
        relay(true).turn();
        assertThat(log.last()).isEqualTo(5);
    }

    /** The twin: both begin at the same number, and only the key keeps them apart. */
    @Test
    void twoAtATimeWouldGiveTheSameNumbers() throws Exception {
        write(1, 2);
        try (var threads = Executors.newSingleThreadExecutor();
                var first = publishing()) {
            write(2, 3);
            var second = threads.submit(() -> relay(false).turn());
            await().atMost(Duration.ofSeconds(60)).until(() -> count("""
                    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                    """) == 1);
            first.commit();
            assertThatThrownBy(() -> second.get(60, TimeUnit.SECONDS)).hasMessageContaining("event_batch_pkey");
        }
    }

    @Test
    void whatIsCutOffIsPublishedByTheNext() throws Exception {
        write(1, 2);
        write(2, 1);
        try (var first = publishing();
                var other = database.getConnection();
                var statement = other.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                            + " and state = 'idle in transaction'");
            assertThatThrownBy(first::commit).isInstanceOf(SQLException.class);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            relay(true).turn();
            return log.last() == 3;
        });
        assertThat(log.after(0, 10)).extracting(Event::subject).containsExactly("s1", "s1", "s2");
    }

    @Test
    void itTellsWhetherAnythingWaits() throws Exception {
        var lags = new ArrayList<@Nullable Double>();
        var relay = new Relay(database, new Relay.Listener() {
            @Override
            public void standing(long last, @Nullable Double lagSeconds) {
                lags.add(lagSeconds);
            }

            @Override
            public void published(long events, long last) {}
        });
        relay.turn();
        write(1, 1);
        while (lags.size() < 2) { // it rests in proportion to its work
            relay.turn();
        }
        assertThat(lags.getFirst()).isNull();
        assertThat(lags.getLast()).isNotNegative();
    }

    @Test
    void aPageEndsInTheMiddleOfAVersion() throws Exception {
        write(1, 3);
        write(2, 3);
        relay(true).turn();
        assertThat(log.after(1, 3)).extracting(Event::number).containsExactly(2L, 3L, 4L);
        assertThat(log.after(6, 3)).isEmpty();
        assertThat(log.after(0, 1)).extracting(Event::partition).containsExactly(Partition.account(1));
    }

    @Test
    void aReaderBeginsAtTheEndAndKeepsItsPlace() throws Exception {
        var reader = new EventReader("test");
        write(1, 3);
        relay(true).turn();
        try (var connection = database.getConnection();
                var other = database.getConnection()) {
            connection.setAutoCommit(false);
            reader.begin(connection);
            connection.commit();
            assertThat(reader.lock(connection)).hasValue(3);
            assertThat(reader.lock(other)).isEmpty();
            reader.moveTo(connection, 9);
            connection.commit();
            reader.begin(other);
            assertThat(reader.lock(other)).hasValue(9);
        }
    }

    /** A relay that is about to commit. */
    private Connection publishing() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        assertThat(EventStore.isTheOne(connection)).isTrue();
        assertThat(EventStore.publish(connection, EventStore.PUBLISH, 10).versions())
                .isPositive();
        return connection;
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
