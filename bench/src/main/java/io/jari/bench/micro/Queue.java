package io.jari.bench.micro;

import io.jari.core.queue.AdmissionSteps;
import io.jari.core.queue.AskAgain;
import io.jari.core.queue.Joiner;
import io.jari.core.queue.LineState;
import io.jari.core.queue.Place;
import io.jari.core.queue.QueueToken;
import io.jari.core.queue.SignedText;
import io.jari.core.queue.WaitEstimate;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What an answer about a place in line is reckoned from: 200,000 wait, and were admitted five times a second for a minute. */
@State(Scope.Thread)
public class Queue {
    private static final int ASKING = 1 << 10;
    private static final int TICKETS = 200_000;
    private static final int STEPS = 300;
    private static final int STEP_MILLIS = 200;
    private static final int PEOPLE_A_STEP = 100;
    private static final int KEY_ID = 1;
    private static final long OPENED = 1_800_000_000_000L;
    private static final long NOW = OPENED + (long) STEPS * STEP_MILLIS;

    @Param("1")
    public long seed;

    private final String[] tokens = new String[ASKING];
    private final SplittableRandom random = new SplittableRandom(1);
    private final Mac mac = mac();
    private final LineState line = line();
    private final double perSecond = WaitEstimate.perSecond(line, NOW);
    private int next;

    @Setup
    public void join() {
        var joiners = new Random(seed);
        var validTill = Instant.ofEpochMilli(OPENED).plusSeconds(172_800);
        for (var i = 0; i < ASKING; i++) {
            var joiner = new Joiner(joiners.nextLong(), joiners.nextLong());
            var token = new QueueToken(KEY_ID, 1, 1 + joiners.nextInt(TICKETS), joiner, validTill);
            var bytes = token.bytes();
            tokens[i] = QueueToken.text(bytes, hmac(bytes));
        }
    }

    @Benchmark
    @Measures("a place's token read, its signature checked (HMAC-SHA-256)")
    public QueueToken token() {
        var bytes = Objects.requireNonNull(QueueToken.bytes(tokens[next++ & (ASKING - 1)]));
        if (!SignedText.isSigned(bytes, hmac(bytes))) {
            throw new IllegalStateException("a token that was signed here is not");
        }
        return QueueToken.of(bytes);
    }

    @Benchmark
    @Measures("how fast the line moves, by the last minute's 300 admissions")
    public double speed() {
        return WaitEstimate.perSecond(line, NOW);
    }

    @Benchmark
    @Measures("a place's standing, how long it waits and when to ask again, the line's speed known")
    public long place() {
        return askAgain(1 + (next++ * 7_919L) % TICKETS);
    }

    @Benchmark
    @Measures("token and place together: a status answer but for writing it")
    public long status() {
        return askAgain(token().ticket());
    }

    private long askAgain(long ticket) {
        var place = Place.of(line, ticket, rank -> rank, NOW);
        var wait = WaitEstimate.millis(line, place, perSecond, NOW);
        return AskAgain.millis(line, place, wait, NOW, random);
    }

    private byte[] hmac(byte[] bytes) {
        mac.update(bytes, 0, SignedText.signed(bytes));
        return mac.doFinal();
    }

    private static Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static LineState line() {
        var steps = new ArrayList<AdmissionSteps.Step>();
        for (var i = 0; i < STEPS; i++) {
            var at = OPENED + (long) i * STEP_MILLIS;
            steps.add(new AdmissionSteps.Step(
                    1 + (long) i * PEOPLE_A_STEP, (i + 1L) * PEOPLE_A_STEP, at, at + 300_000, false));
        }
        return new LineState(
                LineState.Mode.FIRST_COME,
                OPENED,
                PEOPLE_A_STEP * 1_000 / STEP_MILLIS,
                300,
                false,
                TICKETS,
                (long) STEPS * PEOPLE_A_STEP,
                false,
                true,
                AdmissionSteps.none().with(steps, NOW),
                OPENED);
    }
}
