package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sessions of staff and guests on two processes that share a database, with its clock moved. */
class SessionLimitsTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final SessionRules STRICT = rules("production", null);
    private static final OneServer ONE = new OneServer(STRICT);
    private static final OneServer OTHER = new OneServer(STRICT);
    private static final OneServer LENIENT = new OneServer(rules("demo", null));
    private static final AccountStore.Secret STAFF = account("staff@example.com", true);
    private static final AccountStore.Secret GUEST = account("guest@example.com", false);
    private final MovableClock clock = new MovableClock(DATABASE);

    /** What of a server keeps sessions. */
    private static final class OneServer {
        private final SessionStore store;
        private final SessionLoads loads;
        private final SeenSessions seen;
        private final Sessions sessions;

        OneServer(SessionRules rules) {
            store = new SessionStore(DATABASE, rules);
            loads = new SessionLoads(store);
            seen = new SeenSessions(store, 20);
            sessions = new Sessions(store, loads, seen, rules, 100);
        }

        Optional<Session> session(String token) {
            return sessions.session(token).join();
        }

        String begin(AccountStore.Secret secret, boolean internal) {
            return sessions.begin(secret, arrival(internal), false)
                    .orElseThrow()
                    .token();
        }
    }

    @BeforeAll
    static void start() {
        for (var process : new OneServer[] {ONE, OTHER, LENIENT}) {
            process.loads.start();
            process.seen.start(new StartupEvent());
        }
    }

    @AfterAll
    static void stop() {
        for (var process : new OneServer[] {ONE, OTHER, LENIENT}) {
            process.loads.stop();
            process.seen.stop();
        }
    }

    @AfterEach
    void back() throws Exception {
        pass(Duration.ZERO);
    }

    @Test
    void staffWhoAreIdleForHalfAnHourAreOut() throws Exception {
        var token = ONE.begin(STAFF, true);
        var lenient = LENIENT.begin(STAFF, true);
        pass(Duration.ofMinutes(29));
        assertThat(ONE.session(token)).isPresent();
        pass(Duration.ofMinutes(58));
        assertThat(ONE.session(token)).as("used meanwhile").isPresent();
        pass(Duration.ofMinutes(89));
        assertThat(ONE.session(token)).isEmpty();
        assertThat(OTHER.session(token)).isEmpty();
        assertThat(LENIENT.session(lenient)).as("the twin, which has time").isPresent();
    }

    @Test
    void useInOneProcessIsKnownInAnother() throws Exception {
        var token = ONE.begin(STAFF, true);
        assertThat(OTHER.session(token)).isPresent();
        pass(Duration.ofMinutes(20));
        assertThat(ONE.session(token)).isPresent();
        var hash = TokenHash.of(token);
        var used = Instant.now().plus(Duration.ofMinutes(19));
        await().until(() -> ONE.store.of(STAFF.accountId(), hash, 100).stream()
                .anyMatch(s -> s.current() && s.lastSeen().isAfter(used)));
        pass(Duration.ofMinutes(40));
        assertThat(OTHER.session(token)).as("it had seen it 40 minutes ago").isPresent();
    }

    @Test
    void staffAreOutAfterTwelveHoursHoweverBusy() throws Exception {
        var token = ONE.begin(STAFF, true);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20) {
            pass(Duration.ofMinutes(minutes));
            assertThat(ONE.session(token)).isPresent();
        }
        pass(Duration.ofMinutes(12 * 60 + 1));
        assertThat(ONE.session(token)).isEmpty();
    }

    @Test
    void guestsAreOutAfterTwoIdleWeeks() throws Exception {
        var token = ONE.begin(GUEST, false);
        pass(Duration.ofDays(13));
        assertThat(ONE.session(token)).isPresent();
        pass(Duration.ofDays(26));
        assertThat(ONE.session(token)).isPresent();
        pass(Duration.ofDays(30).plusMinutes(1));
        assertThat(ONE.session(token)).isEmpty();
        pass(Duration.ZERO);
        var idle = ONE.begin(GUEST, false);
        pass(Duration.ofDays(15));
        assertThat(ONE.session(idle)).isEmpty();
    }

    @Test
    void onlyTheInternalListenersSessionsCarryRights() {
        var process = LENIENT;
        var inside = process.session(process.begin(STAFF, true)).orElseThrow();
        assertThat(inside.caller().staff()).isTrue();
        assertThat(inside.caller().rights().allows(Role.DESK, 1)).isTrue();
        var outside = process.session(process.begin(STAFF, false)).orElseThrow();
        assertThat(outside.caller().staff()).isFalse();
        assertThat(outside.caller().rights()).isEqualTo(Rights.NONE);
        assertThat(outside.enrolling()).isFalse();
    }

    @Test
    void whereASecondFactorIsRequiredStaffWithoutOneMayOnlyEnrol() {
        var session = ONE.session(ONE.begin(STAFF, true)).orElseThrow();
        assertThat(session.enrolling()).isTrue();
        assertThat(session.caller().rights()).isEqualTo(Rights.NONE);
        var guest = ONE.session(ONE.begin(GUEST, true)).orElseThrow();
        assertThat(guest.enrolling()).isFalse();
        var optional = new OneServer(rules("production", "optional"));
        optional.loads.start();
        assertThat(optional.session(optional.begin(STAFF, true)).orElseThrow().enrolling())
                .as("the twin, where it is optional")
                .isFalse();
        optional.loads.stop();
    }

    private void pass(Duration since) throws Exception {
        clock.offset(since);
        for (var process : new OneServer[] {ONE, OTHER, LENIENT}) {
            process.sessions.itIsNow(Instant.now().plus(since));
        }
    }

    private static Arrival arrival(boolean internal) {
        return new Arrival(internal, false, 1, false, "Test", null, null);
    }

    private static AccountStore.Secret account(String email, boolean staff) {
        var wanted = new NewAccount(email, "", "Test", null, "en");
        return Jdbi.create(DATABASE).withHandle(handle -> {
            var id = new AccountStore(DATABASE).nextId();
            AccountStore.insert(handle, id, wanted, staff, "hash");
            if (staff) {
                GrantStore.insert(handle, id, new Grant(Role.DESK, Scope.ALL), 0);
            }
            return new AccountStore.Secret(id, staff, "hash");
        });
    }

    private static SessionRules rules(String mode, @Nullable String factor) {
        return new SessionRules(
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(factor));
    }
}
