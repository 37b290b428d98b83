package io.jari.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jari.db.Partition;
import io.jari.db.TestPostgres;
import io.jari.journal.Changes;
import io.jari.round.Rounds;
import io.jari.seat.Command;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The list of bookings is what hotels and dates say, whoever projects it and whatever happens meanwhile. */
class ProjectionTest {
    private static final int WRITERS = 4;
    private static final int STEPS = Boolean.getBoolean("jari.long") ? 2_000 : 60;
    private static final int STAYS = Boolean.getBoolean("jari.long") ? 800_000 : 30_000;
    private final DataSource database = TestPostgres.fresh();
    private final TestHistory history = new TestHistory(database);

    @Test
    void randomHistoriesAreListedAsTheyStandByTwoProjectorsAtOnce() throws Exception {
        var turns = new AtomicInteger();
        try (var people = Executors.newFixedThreadPool(WRITERS);
                var writing = history.begin(3, 2);
                var one = projector(turns);
                var other = projector(turns)) {
            one.start();
            other.start();
            var writers = new ArrayList<Callable<Void>>();
            for (var i = 0; i < WRITERS; i++) {
                var seed = i;
                writers.add(() -> {
                    writing.run(seed, STEPS);
                    return null;
                });
            }
            for (var writer : people.invokeAll(writers)) {
                writer.get();
            }
        }
        assertThat(turns.get()).as("turns while others wrote").isGreaterThan(10);
        // A projector that was closed in its last turn ends it first, and whoever comes meanwhile leaves the work to
        // it.
        await().atMost(Duration.ofSeconds(60)).until(() -> history.count("""
                        select count(*) from pg_locks l join pg_database d on d.oid = l.database
                         where l.locktype = 'advisory' and d.datname = current_database()
                        """) == 0);
        drain(new Projection(database));
        assertThat(history.count("select count(*) from account_booking where kind = 1"))
                .isPositive();
        assertThat(history.count("select count(*) from account_booking where status = 'sold'"))
                .isPositive();
        assertThat(history.count("select count(*) from seat_hold where status in ('released', 'expired')"))
                .isPositive();
        assertThat(history.differences()).isEmpty();
    }

    private Rounds projector(AtomicInteger turns) {
        var projection = new Projection(database);
        return new Rounds("projector", "a test's projector fails", 5, () -> {
            turns.incrementAndGet();
            return projection.turn();
        });
    }

    private static int drain(Projection projection) throws SQLException {
        var turns = 1;
        while (projection.turn()) {
            turns++;
        }
        return turns;
    }

    @Test
    void whatWasBookedBeforeIsListedInParts() throws Exception {
        history.stays(40, STAYS);
        var projection = new Projection(database);
        var most = ProjectionStore.PARTITIONS * (ProjectionStore.ENTRIES + 1L);
        assertThat(projection.turn()).isTrue();
        assertThat(history.count("select count(*) from account_booking")).isBetween(1L, most);
        assertThat(drain(projection)).isGreaterThanOrEqualTo((int) (STAYS / most));
        assertThat(history.differences()).isEmpty();
        assertThat(history.count("select count(*) from account_booking")).isEqualTo(STAYS);
    }

    /** Cut off between the rows and the place. */
    @Test
    void aProjectorKilledMidwayLosesNothing() throws Exception {
        history.stays(3, 300);
        try (var people = Executors.newSingleThreadExecutor();
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table account_booking_place in share mode");
            var turn = people.submit(() -> new Projection(database).turn());
            await().atMost(Duration.ofSeconds(60)).until(() -> history.count("""
                            select count(pg_terminate_backend(pid)) from pg_locks
                             where not granted and relation = 'account_booking_place'::regclass
                            """) == 1);
            assertThatThrownBy(() -> turn.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(SQLException.class);
            connection.rollback();
        }
        assertThat(history.count("select count(*) from account_booking")).isZero();
        drain(new Projection(database));
        assertThat(history.differences()).isEmpty();
        assertThat(history.count("select count(*) from account_booking")).isEqualTo(300);
    }

    @Test
    void aVersionCommittedAfterAHigherOneOfAnotherHotelIsSeen() throws Exception {
        crossed(new Projection(database));
        assertThat(history.differences()).isEmpty();
        assertThat(history.count("select count(*) from account_booking")).isEqualTo(2);
    }

    /** The twin: one place for all partitions, and a booking is never listed. */
    @Test
    void withOnePlaceForAllPartitionsItIsNot() throws Exception {
        crossed(new Projection(database, """
                select h.id, h.kind, g.place, h.version, h.version + 0 * (?::int + ?::int)
                  from partition_head h, (select coalesce(max(version), 0) as place from account_booking_place) g
                 where h.kind in (1, 2) and h.version > g.place
                """, true));
        assertThat(history.differences()).hasSize(1);
    }

    /** Hotel A takes its version first and commits last; in between B commits and is projected. */
    private void crossed(Projection projection) throws Exception {
        var a = history.hotel();
        var b = history.hotel();
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var changes = new Changes(database);
        try (var people = Executors.newSingleThreadExecutor()) {
            var slow = people.submit(() -> changes.of(Partition.hotel(a), "test", change -> {
                TestHistory.reserve(change, a, "slow", 1L);
                written.countDown();
                try {
                    // PostgreSQL gives up on a transaction that idles for longer.
                    return go.await(2, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
            changes.of(Partition.hotel(b), "test", change -> {
                TestHistory.reserve(change, b, "quick", 1L);
                return true;
            });
            drain(projection);
            assertThat(history.count("select count(*) from account_booking")).isOne();
            go.countDown();
            assertThat(slow.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(history.count(
                        "select count(*) from partition_head a join partition_head b on a.version < b.version and b.id = "
                                + b + " where a.kind = 1 and b.kind = 1 and a.id = " + a))
                .as("the versions crossed")
                .isOne();
        drain(projection);
    }

    @Test
    void whatIsGivenUpWhileAnotherProjectsGoesFromTheList() throws Exception {
        overtaken(true);
        assertThat(history.differences()).isEmpty();
    }

    /** The twin: what one deletes the other has not written yet, and it stays for ever. */
    @Test
    void withTwoProjectorsAtATimeItStays() throws Exception {
        overtaken(false);
        assertThat(history.differences()).hasSize(1);
    }

    /** One projector has found a hold and is about to commit; the hold is given up, and another projector comes. */
    private void overtaken(boolean oneAtATime) throws Exception {
        try (var writing = history.begin(0, 1);
                var people = Executors.newFixedThreadPool(2);
                var gate = database.getConnection();
                var statement = gate.createStatement()) {
            statement.execute("""
                    create function wait_at_gate() returns trigger language plpgsql as
                    'begin perform pg_advisory_xact_lock_shared(42); return null; end';
                    create constraint trigger gate after insert or update on account_booking_place
                    deferrable initially deferred for each row execute function wait_at_gate();
                    """);
            gate.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(42)");
            var hall = writing.halls().getFirst();
            var seats = List.of(List.of(0));
            writing.submit(hall, new Command.Hold("held", new byte[0], "account:1", 1, seats, null));
            Callable<Boolean> turn = () -> new Projection(database, ProjectionStore.BEHIND, oneAtATime).turn();
            var slow = people.submit(turn);
            awaitWaiting(1);
            writing.submit(hall, new Command.Release("held", "account:1", 1L));
            var quick = people.submit(turn);
            if (oneAtATime) {
                quick.get(60, TimeUnit.SECONDS);
            } else {
                awaitWaiting(2);
            }
            gate.commit();
            slow.get(60, TimeUnit.SECONDS);
            quick.get(60, TimeUnit.SECONDS);
            drain(new Projection(database));
        }
    }

    private void awaitWaiting(int transactions) {
        await().atMost(Duration.ofSeconds(60)).until(() -> history.count("""
                        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                        """) == transactions);
    }

    /** Asked three times a second, for ever: heads of wallets, of which there are as many as people, must not be read. */
    @Test
    void whereNothingIsNewLittleIsRead() throws Exception {
        history.hotel();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into partition_head (id, kind, version) select n, 3, n from generate_series(1, 50000) n;
                    analyze partition_head
                    """);
            try (var explain = connection.prepareStatement("explain (analyze, costs off) " + ProjectionStore.BEHIND)) {
                explain.setInt(1, ProjectionStore.ENTRIES);
                explain.setInt(2, ProjectionStore.PARTITIONS);
                var plan = new StringBuilder();
                try (var rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString())
                        .contains("using partition_head_booked")
                        .doesNotContain("Seq Scan on partition_head");
            }
        }
    }

    @Test
    void aReservationWithoutAccountIsNobodys() throws Exception {
        var hotel = history.hotel();
        new Changes(database).of(Partition.hotel(hotel), "test", change -> {
            TestHistory.reserve(change, hotel, "desk", null);
            return true;
        });
        drain(new Projection(database));
        assertThat(history.count("select count(*) from account_booking")).isZero();
        assertThat(List.copyOf(history.differences())).isEmpty();
    }
}
