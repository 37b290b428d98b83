package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.queue.Joiner;
import io.jari.db.DatabaseClock;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.key.SigningKeys;
import io.jari.key.TestKeys;
import io.jari.queue.PassGate.Verdict;
import io.jari.queue.PassGate.Why;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens and passes of processes on one database; what is not theirs, or not any more, is refused. */
class SignedTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final DatabaseClock CLOCK = new DatabaseClock(DATABASE);
    private static final Joiner JOINER = new Joiner(5, -6);
    private static final Duration PASS = Duration.ofSeconds(90);
    private static final int DATE = 7;
    private static final long ACCOUNT = 12;

    private Duration moved = Duration.ZERO;
    private SigningKeys keys;
    private QueueTokens tokens;
    private Passes passes;
    private Passes elsewhere;

    @BeforeEach
    void begin() throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate signing_key");
        }
        pass(Duration.ZERO);
        keys = TestKeys.of(DATABASE, CLOCK);
        tokens = new QueueTokens(keys, CLOCK);
        passes = new Passes(keys, CLOCK);
        elsewhere = new Passes(TestKeys.of(DATABASE, CLOCK), CLOCK);
    }

    private void pass(Duration time) throws SQLException {
        moved = moved.plus(time);
        new MovableClock(DATABASE).offset(moved);
        CLOCK.follow();
    }

    private String sign() {
        return passes.sign(DATE, ACCOUNT, 3, CLOCK.now(), CLOCK.now().plus(PASS));
    }

    @Test
    void aTokenSaysWhatWasSigned() throws SQLException {
        var now = CLOCK.now();
        var token = tokens.sign(DATE, 200_000, JOINER);
        var good = (QueueTokens.Checked.Good) tokens.check(token);
        assertThat(good.token().dateId()).isEqualTo(DATE);
        assertThat(good.token().ticket()).isEqualTo(200_000);
        assertThat(good.token().joiner()).isEqualTo(JOINER);
        assertThat(good.token().validTill())
                .isBetween(
                        now.plus(QueueTokens.LIFE).minusSeconds(1), CLOCK.now().plus(QueueTokens.LIFE));
        pass(QueueTokens.LIFE.minusSeconds(5));
        assertThat(tokens.check(token)).isInstanceOf(QueueTokens.Checked.Good.class);
        pass(Duration.ofSeconds(6));
        assertThat(tokens.check(token)).isEqualTo(new QueueTokens.Checked.Expired(good.token()));
    }

    @Test
    void aPassIsGoodAtEveryProcessUntilItsTime() throws SQLException {
        var entered = CLOCK.now().truncatedTo(ChronoUnit.MILLIS);
        var text = passes.sign(DATE, ACCOUNT, 3, entered, entered.plus(PASS));
        var good = (Passes.Checked.Good) elsewhere.check(text);
        assertThat(good.pass().enteredAt()).isEqualTo(entered);
        assertThat(good.pass().ticket()).isEqualTo(3);
        assertThat(good.pass().accountId()).isEqualTo(ACCOUNT);
        pass(PASS);
        assertThat(elsewhere.check(text)).isInstanceOf(Passes.Checked.Expired.class);
    }

    @Test
    void oneChangedByteIsNoTokenAndNoPass() {
        var decoder = Base64.getUrlDecoder();
        var token = decoder.decode(tokens.sign(DATE, 9, JOINER));
        for (var i = 0; i < token.length; i++) {
            assertThat(tokens.check(changed(token, i)))
                    .as("byte %d", i)
                    .isInstanceOf(QueueTokens.Checked.Invalid.class);
        }
        var pass = decoder.decode(sign());
        for (var i = 0; i < pass.length; i++) {
            assertThat(passes.check(changed(pass, i))).as("byte %d", i).isInstanceOf(Passes.Checked.Invalid.class);
        }
    }

    private static String changed(byte[] bytes, int at) {
        var other = bytes.clone();
        other[at] ^= 0x10;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(other);
    }

    @Test
    void cutPaddedOrSignedByAnotherHouseIsRefused() {
        var pass = sign();
        var token = tokens.sign(DATE, 9, JOINER);
        for (var n = 0; n < pass.length(); n++) {
            assertThat(passes.check(pass.substring(0, n))).isInstanceOf(Passes.Checked.Invalid.class);
        }
        for (var text : new String[] {pass + "A", pass + "==", " " + pass, token, "x".repeat(10_000), "\u0000\uffff"}) {
            assertThat(passes.check(text)).as(text).isInstanceOf(Passes.Checked.Invalid.class);
        }
        for (var text : new String[] {token + "=", token.substring(1), pass, "A".repeat(68)}) {
            assertThat(tokens.check(text)).as(text).isInstanceOf(QueueTokens.Checked.Invalid.class);
        }
        var foreign = new Passes(new SigningKeys(DATABASE, CLOCK, TestKeys.secret("t")), CLOCK);
        assertThat(foreign.check(
                        foreign.sign(DATE, ACCOUNT, 3, CLOCK.now(), CLOCK.now().plus(PASS))))
                .isInstanceOf(Passes.Checked.Good.class);
        assertThat(passes.check(
                        foreign.sign(DATE, ACCOUNT, 3, CLOCK.now(), CLOCK.now().plus(PASS))))
                .isInstanceOf(Passes.Checked.Invalid.class);
    }

    @Test
    void anotherKeyLeavesTokensGoodAndARevocationDoesNot() throws SQLException {
        var old = tokens.sign(DATE, 9, JOINER);
        TestKeys.rotate(DATABASE, keys, false);
        pass(Duration.ofMinutes(1));
        var young = tokens.sign(DATE, 9, JOINER);
        assertThat(keys.current().id()).isEqualTo(2);
        assertThat(tokens.check(old)).isInstanceOf(QueueTokens.Checked.Good.class);
        assertThat(tokens.check(young)).isInstanceOf(QueueTokens.Checked.Good.class);
        TestKeys.rotate(DATABASE, keys, true);
        pass(Duration.ofSeconds(3));
        assertThat(tokens.check(old)).isInstanceOf(QueueTokens.Checked.Invalid.class);
        assertThat(tokens.check(young)).isInstanceOf(QueueTokens.Checked.Invalid.class);
        assertThat(tokens.check(tokens.sign(DATE, 9, JOINER))).isInstanceOf(QueueTokens.Checked.Good.class);
    }

    @Test
    void theGateLetsThroughWhoHasAPassOfTheirOwn() throws SQLException {
        var good = sign();
        assertThat(verdict(DATE, good, ACCOUNT)).isInstanceOf(Verdict.Through.class);
        assertThat(verdict(DATE, null, ACCOUNT)).isEqualTo(new Verdict.Refused(Why.NEEDED));
        assertThat(verdict(DATE, "", ACCOUNT)).isEqualTo(new Verdict.Refused(Why.NEEDED));
        assertThat(verdict(DATE, "nonsense", ACCOUNT)).isEqualTo(new Verdict.Refused(Why.INVALID));
        assertThat(verdict(DATE + 1, good, ACCOUNT)).isEqualTo(new Verdict.Refused(Why.FOREIGN));
        assertThat(verdict(DATE, good, ACCOUNT + 1)).isEqualTo(new Verdict.Refused(Why.FOREIGN));
        assertThat(verdict(0, null, ACCOUNT)).as("without a waiting room").isEqualTo(new Verdict.Open());
        pass(PASS);
        assertThat(verdict(DATE, good, ACCOUNT)).isEqualTo(new Verdict.Refused(Why.EXPIRED));
        assertThat(verdict(DATE, good, ACCOUNT + 1)).isEqualTo(new Verdict.Refused(Why.FOREIGN));
    }

    /** The twin: without its guard the gate asks nobody for anything. */
    @Test
    void withoutTheGuardAnybodyGoesThrough() {
        var gate = new PassGate(_ -> CompletableFuture.completedFuture(true), passes, "off");
        assertThat(gate.check(DATE, null, ACCOUNT).join()).isEqualTo(new Verdict.Open());
    }

    private Verdict verdict(int dateId, @Nullable String pass, long accountId) {
        return new PassGate(date -> CompletableFuture.completedFuture(date != 0), passes, "on")
                .check(dateId, pass, accountId)
                .join();
    }
}
