package io.jari.queue;

import io.jari.core.commit.Outcome;
import io.jari.core.queue.Joiner;
import io.jari.db.Heads;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The line of a date, made by SQL, open, and asked in the process. Devices and accounts are numbers. */
public final class TestLine implements AutoCloseable {
    public static final int DATE = 7;
    private final DataSource database;
    private final Queues queues;
    private final MovableClock clock;
    private Duration moved = Duration.ZERO;

    private TestLine(DataSource database, Heads.Lock lock) throws SQLException {
        this.database = database;
        this.queues = new Queues(database, new QueueRanks(), new SimpleMeterRegistry(), lock);
        this.clock = new MovableClock(database);
    }

    /** 10 inside, 1,000 a second, passes of 90 s, 30 s to come in. */
    public static TestLine open() throws SQLException {
        return in(TestPostgres.fresh());
    }

    /** The same in a database that is there. */
    public static TestLine in(DataSource database) throws SQLException {
        var line = new TestLine(database, Heads.Lock.HELD);
        line.execute("""
                insert into job (name, done_at) values ('heartbeat', 'infinity') on conflict do nothing;
                insert into partition_head (id, kind) values (%1$d, 4);
                insert into queue (date_id, mode, opens_at, most_inside, admissions, pass_seconds, entry_seconds, created_at)
                values (%1$d, 'first_come', jari_now(), 10, 1000, 90, 30, jari_now())
                """.formatted(DATE));
        return line;
    }

    /** Another process. */
    TestLine other(Heads.Lock lock) throws SQLException {
        return new TestLine(database, lock);
    }

    /** How the database would answer this of the date, which is its one parameter. */
    String plan(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var explain = connection.prepareStatement("explain (costs off) " + sql)) {
            explain.setInt(1, DATE);
            try (var rows = explain.executeQuery()) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            }
        }
    }

    public void change(String assignment) {
        execute("update queue set %s where date_id = %d".formatted(assignment, DATE));
    }

    public void after(Duration more) throws SQLException {
        moved = moved.plus(more);
        clock.offset(moved);
    }

    public static Joiner device(int device) {
        return new Joiner(1, device);
    }

    static Joiner account(long account) {
        return new Joiner(2, account);
    }

    public Answer ask(Command command) {
        try {
            var outcome = queues.submit(DATE, command).get(20, TimeUnit.SECONDS);
            if (outcome instanceof Outcome.Decided<Answer>(Answer answer)) {
                return answer;
            }
            throw new AssertionError("not decided: " + outcome);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Queues queues() {
        return queues;
    }

    /** The ticket of a device where nobody is signed in. */
    public long join(int device) {
        return ((Answer.Place) ask(new Command.Join(device(device), null, null))).ticket();
    }

    public void joinAll(int from, int to) {
        for (var i = from; i <= to; i++) {
            join(i);
        }
    }

    /** The ticket of an account, signed in on a device. */
    long join(int device, long account) {
        return ((Answer.Place) ask(new Command.Join(account(account), device(device), account))).ticket();
    }

    /** A device comes in with its own place, as the account of the same number. */
    public Answer enter(int device) {
        return enter(device, device);
    }

    Answer enter(int device, long account) {
        var place =
                count("select ticket from queue_ticket where joiner = decode('%s', 'hex') order by ticket desc limit 1"
                        .formatted(java.util.HexFormat.of()
                                .formatHex(device(device).bytes())));
        return ask(new Command.Enter(place, device(device), device(device), account));
    }

    /** A look at who is inside, with so many seats available, nobody holding any. */
    public Answer.Stepped step(int available) {
        return step(available, 0);
    }

    Answer.Stepped step(int available, int held) {
        return (Answer.Stepped) ask(new Command.Step(new Command.Sale(true, available, held, 0, 0, 1)));
    }

    public void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long of(String column) {
        return count("select %s from queue where date_id = %d".formatted(column, DATE));
    }

    List<Long> tickets() {
        return java.util.stream.LongStream.rangeClosed(1, count("select count(*) from queue_ticket"))
                .boxed()
                .toList();
    }

    public DataSource database() {
        return database;
    }

    @Override
    public void close() {
        queues.close();
    }
}
