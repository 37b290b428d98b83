package io.jari.key;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jari.db.DatabaseClock;
import io.jari.db.MovableClock;
import io.jari.db.Secret;
import io.jari.db.TestPostgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of processes on one database, which are the same and change together. */
class SigningKeysTest {
    private static final Secret SECRET = TestKeys.secret("s");
    private static final byte[] BYTES = {1, 2, 3};

    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final DatabaseClock CLOCK = new DatabaseClock(DATABASE);

    private final ArrayList<SigningKeys> processes = new ArrayList<>();
    private Duration moved = Duration.ZERO;

    @BeforeEach
    void begin() throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate signing_key");
        }
        pass(Duration.ZERO);
    }

    private SigningKeys process() {
        return process(DATABASE, SECRET);
    }

    private SigningKeys process(DataSource of, Secret secret) {
        var keys = new SigningKeys(of, CLOCK, secret);
        processes.add(keys);
        return keys;
    }

    private void pass(Duration time) throws SQLException {
        moved = moved.plus(time);
        new MovableClock(DATABASE).offset(moved);
        CLOCK.follow();
    }

    private static byte[] hmac(Key key) {
        return key.hmac(BYTES, BYTES.length);
    }

    private static Key accepted(SigningKeys keys, int id) {
        var key = keys.byId(id);
        assertThat(key).as("key %d", id).isNotNull();
        return requireNonNull(key);
    }

    @Test
    void theFirstSignsAtOnceAndAllProcessesHaveIt() {
        var one = process();
        var other = process();
        assertThat(one.current().id()).isEqualTo(1);
        assertThat(other.current().id()).isEqualTo(1);
        assertThat(hmac(one.current())).isEqualTo(hmac(other.current()));
        var restarted = process();
        assertThat(hmac(restarted.current())).isEqualTo(hmac(one.current()));
    }

    @Test
    void theTableAloneIsNotEnough() {
        var house = process();
        var thief = process(DATABASE, TestKeys.secret("t"));
        assertThat(thief.current().id()).isEqualTo(house.current().id());
        assertThat(hmac(thief.current())).isNotEqualTo(hmac(house.current()));
    }

    @Test
    void manyThatComeAtOnceMakeOne() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var starts = new ArrayList<Callable<SigningKeys>>();
            for (var n = 0; n < 8; n++) {
                starts.add(() -> new SigningKeys(DATABASE, CLOCK, SECRET));
            }
            for (var start : threads.invokeAll(starts)) {
                processes.add(start.get());
            }
        }
        assertThat(processes).allSatisfy(keys -> {
            assertThat(keys.current().id()).isEqualTo(1);
            assertThat(hmac(keys.current())).isEqualTo(hmac(processes.getFirst().current()));
        });
        assertThat(processes.getFirst().list()).hasSize(1);
    }

    @Test
    void eachDayAnotherSignsAndTheOldOneIsAcceptedForThreeDays() throws SQLException {
        var one = process();
        var other = process();
        var first = hmac(one.current());
        pass(SigningKeys.SIGNS);
        one.follow();
        assertThat(one.current().id()).as("it does not sign yet").isEqualTo(1);
        assertThat(other.byId(2)).isNull();
        other.follow();
        pass(SigningKeys.BEFORE_SIGNING);
        assertThat(one.current().id()).as("without a reading").isEqualTo(2);
        assertThat(other.current().id()).isEqualTo(2);
        assertThat(hmac(one.current())).isEqualTo(hmac(other.current())).isNotEqualTo(first);

        pass(SigningKeys.GRACE.minusMinutes(1));
        assertThat(hmac(accepted(other, 1))).isEqualTo(first);
        other.follow();
        assertThat(hmac(accepted(other, 1))).isEqualTo(first);
        assertThat(hmac(accepted(process(), 1))).isEqualTo(first);
        pass(Duration.ofMinutes(2));
        assertThat(other.byId(1)).as("without a reading").isNull();
        other.follow();
        assertThat(other.byId(1)).isNull();
        accepted(other, 2);
    }

    @Test
    void daysWithoutAnyProcessEndNoKey() throws SQLException {
        var signed = hmac(process().current());
        pass(Duration.ofDays(30));
        var later = process();
        assertThat(later.current().id()).isEqualTo(1);
        assertThat(hmac(accepted(later, 1))).isEqualTo(signed);
        pass(SigningKeys.BEFORE_SIGNING);
        assertThat(later.current().id()).isEqualTo(2);
    }

    @Test
    void aClockSetBackLeavesAKeyThatSigns() throws SQLException {
        var keys = process();
        pass(Duration.ofDays(-40));
        keys.follow();
        assertThat(keys.current().id()).isEqualTo(1);
        assertThat(process().current().id()).isEqualTo(1);
        accepted(keys, 1);
    }

    @Test
    void withoutTheDatabaseItGoesOnWithWhatItKnows() throws SQLException {
        var gone = new AtomicBoolean();
        var keys = process(failing(gone), SECRET);
        pass(SigningKeys.SIGNS);
        keys.follow();
        gone.set(true);
        assertThat(catchThrowable(keys::follow)).isNotNull();
        assertThat(keys.current().id()).isEqualTo(1);
        pass(SigningKeys.BEFORE_SIGNING);
        assertThat(keys.current().id()).as("known before").isEqualTo(2);
        accepted(keys, 1);
    }

    @Test
    void rotatedBeforeTheirTimeTheOldStayGood() throws SQLException {
        var one = process();
        var other = process();
        assertThat(TestKeys.make(DATABASE, one, false)).isEqualTo(new SigningKeys.Made(2, true));
        assertThat(TestKeys.make(DATABASE, other, false))
                .as("one is to come")
                .isEqualTo(new SigningKeys.Made(2, false));
        one.follow();
        other.follow();
        pass(SigningKeys.BEFORE_SIGNING);
        assertThat(one.current().id()).isEqualTo(2);
        accepted(one, 1);
        accepted(other, 1);
        accepted(other, 2);
    }

    @Test
    void revokedTheyAreRefusedByAllAtTheSameMoment() throws SQLException {
        var one = process();
        var other = process();
        TestKeys.make(DATABASE, one, false);
        assertThat(TestKeys.make(DATABASE, one, true))
                .as("what is to come may have leaked too")
                .isEqualTo(new SigningKeys.Made(3, true));
        assertThat(TestKeys.make(DATABASE, other, true)).isEqualTo(new SigningKeys.Made(3, false));
        one.follow();
        other.follow();
        assertThat(one.current().id()).isEqualTo(1);
        pass(SigningKeys.BEFORE_REVOKING);
        for (var keys : processes) {
            assertThat(keys.current().id()).isEqualTo(3);
            assertThat(keys.byId(1)).isNull();
            assertThat(keys.byId(2)).isNull();
        }
        assertThat(process().list()).hasSize(1);
    }

    private static DataSource failing(AtomicBoolean gone) {
        return (DataSource) Proxy.newProxyInstance(
                SigningKeysTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (gone.get()) {
                        throw new SQLException("the database is away", "08006");
                    }
                    return method.getReturnType() == Connection.class
                            ? DATABASE.getConnection()
                            : method.invoke(DATABASE, arguments);
                });
    }
}
