package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.TestPostgres;
import io.jari.key.TestKeys;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLimitsTest {
    private static final Rate FEW = new Rate(0.001, 6);
    private static final DataSource DATABASE = TestPostgres.fresh();
    private final SharedLimits one = new SharedLimits(DATABASE, TestKeys.secret("s"));
    private final SharedLimits other = new SharedLimits(DATABASE, TestKeys.secret("s"));

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static boolean passes(SharedLimits process, Kind kind, long caller) {
        return process.take(kind, "address", FEW, caller).join().isEmpty();
    }

    @Test
    void processesCountTogether() {
        var passed = 0;
        for (var i = 0; i < 10; i++) {
            passed += passes(i % 2 == 0 ? one : other, Kind.SIGN_IN, 1) ? 1 : 0;
        }
        assertThat(passed).isEqualTo(6);
        assertThat(passes(other, Kind.SIGN_IN, 2)).as("another caller").isTrue();
        assertThat(passes(other, Kind.PAY, 1)).as("another kind").isTrue();
        var refused =
                one.take(Kind.SIGN_IN, "address", FEW, 1).join().orElseThrow().response();
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeaderString("Retry-After"))).isBetween(900, 1_250);
        assertThat(refused.getHeaderString("RateLimit-Policy")).isEqualTo("\"sign-in\";q=6;w=6000");
    }

    /** The twin: each on its own lets as many pass as both together may. */
    @Test
    void aloneEachWouldLetAsManyPass() {
        var apart = new SharedLimits(TestPostgres.fresh(), TestKeys.secret("s"));
        var passed = 0;
        for (var i = 0; i < 20; i++) {
            passed += passes(i % 2 == 0 ? one : apart, Kind.SIGN_IN, 3) ? 1 : 0;
        }
        apart.close();
        assertThat(passed).isEqualTo(12);
    }

    @Test
    void manyAtTheSameTimeHaveNoMore() {
        var answers = new ArrayList<java.util.concurrent.CompletableFuture<Boolean>>();
        for (var i = 0; i < 40; i++) {
            answers.add((i % 2 == 0 ? one : other)
                    .take(Kind.PAY, "account", FEW, 9)
                    .thenApply(java.util.Optional::isEmpty));
        }
        assertThat(answers.stream().filter(java.util.concurrent.CompletableFuture::join))
                .hasSize(6);
    }

    /** No address is kept, and nothing for ever. */
    @Test
    void whatIsKeptNamesNobodyAndGoes() throws SQLException {
        passes(one, Kind.SIGN_IN, 123_456_789);
        assertThat(number("select count(*) from rate_bucket where id::text like '%123456789%'"))
                .isZero();
        assertThat(number("select count(*) from rate_bucket where expires_at is null"))
                .isZero();
        one.sweep();
        assertThat(number("select count(*) from rate_bucket")).isPositive();
        number("with old as (update rate_bucket set expires_at = 1 returning 1) select count(*) from old");
        one.sweep();
        assertThat(number("select count(*) from rate_bucket")).isZero();
    }

    @Test
    void withoutItsTableEverybodyPasses() throws SQLException {
        var database = TestPostgres.fresh();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table rate_bucket");
        }
        var broken = new SharedLimits(database, TestKeys.secret("s"));
        for (var i = 0; i < 8; i++) {
            assertThat(passes(broken, Kind.SIGN_IN, 1)).isTrue();
        }
        broken.close();
    }

    @Test
    void aConnectionThatWasLostIsNoWayAround() {
        var loses = new AtomicBoolean();
        var unlucky = new SharedLimits(losing(loses), TestKeys.secret("s"));
        var passed = 0;
        for (var i = 0; i < 10; i++) {
            loses.set(true);
            passed += passes(unlucky, Kind.SIGN_IN, 77) ? 1 : 0;
        }
        unlucky.close();
        assertThat(loses).isFalse();
        assertThat(passed).isEqualTo(6);
    }

    /** A pool whose next connection has been closed by the database meanwhile, where that is asked for. */
    private static DataSource losing(AtomicBoolean next) {
        return (DataSource) Proxy.newProxyInstance(
                SharedLimitsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    var given = method.invoke(DATABASE, arguments);
                    if (given instanceof Connection connection && next.getAndSet(false)) {
                        connection.close();
                    }
                    return given;
                });
    }

    private static long number(String sql) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
