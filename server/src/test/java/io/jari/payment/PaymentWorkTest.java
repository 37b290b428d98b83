package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Outcome;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.core.payment.Refund;
import io.jari.db.DatabaseClock;
import io.jari.db.Partition;
import io.jari.db.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is served when more is due at a provider than it may have calls. */
class PaymentWorkTest {
    private final DataSource dataSource = TestPostgres.fresh();
    private final DatabaseClock clock = new DatabaseClock(dataSource);
    private final DueStore store = new DueStore(dataSource);
    private final Shop shop = new Shop();
    private final Gate gate = new Gate(shop, 1, 4);
    private final PaymentWork work = work();

    private PaymentWork work() {
        var settings = new Settings(Optional.empty(), Optional.empty(), 5_000, 20_000, 60_000, "none");
        var providers = new Providers(List.of(gate));
        var saga = new PaymentSaga(new Subjects(List.of(new Things()), clock), providers, settings);
        return new PaymentWork(store, providers, saga, new SimpleMeterRegistry(), settings);
    }

    private CompletableFuture<Boolean> turn(String subject) {
        return work.turn(key(subject), 1, "shop");
    }

    @AfterEach
    void close() {
        shop.answers.countDown();
        work.close();
    }

    @Test
    void aRefundGoesOutThoughAHundredQuestionsHang() {
        attempts(100, "processing", false);
        refund("back");
        work.start(new StartupEvent());
        awaitCall("refund of back");
        assertThat(shop.answers.getCount()).as("no question has been answered").isEqualTo(1);
    }

    /** Each call that ends makes room for one of those that wait. */
    @Test
    void refundsAndClosingsDoNotWaitUntilAllQuestionsAreAnswered() {
        shop.answers.countDown();
        attempts(200, "processing", false);
        attempts(10, "processing", true);
        for (var i = 0; i < 10; i++) {
            refund("back" + i);
        }
        work.start(new StartupEvent());
        Awaitility.await().atMost(TestGuest.PATIENCE).until(() -> shop.calls.size() >= 220);
        var calls = List.copyOf(shop.calls);
        for (var i = 0; i < 10; i++) {
            assertThat(calls.indexOf("refund of back" + i)).isBetween(0, 120);
            assertThat(calls.indexOf("question about closing" + i)).isBetween(0, 120);
        }
    }

    @Test
    void whateverManyAreToldOfAPaymentItIsAskedAboutOnceAtATime() throws Exception {
        attempts(2, "processing", false);
        var first = turn("waiting0");
        awaitCall("question about waiting0");
        var others = new ArrayList<CompletableFuture<Boolean>>();
        for (var i = 0; i < 50; i++) {
            others.add(turn("waiting0"));
        }
        for (var other : others) {
            assertThat(other.get(90, TimeUnit.SECONDS)).isFalse();
        }
        var another = turn("waiting1");
        awaitCall("question about waiting1");
        assertThat(shop.calls).as("one for each").hasSize(2);

        shop.answers.countDown();
        assertThat(first.get(90, TimeUnit.SECONDS)).isTrue();
        assertThat(another.get(90, TimeUnit.SECONDS)).isTrue();
        work.start(new StartupEvent());
        Awaitility.await("told while it was being asked")
                .atMost(TestGuest.PATIENCE)
                .until(() -> shop.calls.stream()
                                .filter("question about waiting0"::equals)
                                .count()
                        == 2);
    }

    /** On a slow machine the second may come so late that it may ask: then once more. */
    @Test
    void whoComesAgainAtOnceAsksNothingUnlessSomethingChanged() throws Exception {
        attempts(1, "processing", false);
        shop.answers.countDown();
        Awaitility.await().atMost(TestGuest.PATIENCE).until(() -> {
            var _ = turn("waiting0").get(90, TimeUnit.SECONDS);
            return !turn("waiting0").get(90, TimeUnit.SECONDS);
        });
        execute("update payment_attempt set tries = 0, due_at = jari_now() + interval '20 seconds'");
        assertThat(turn("waiting0").get(90, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatWasTakenInVainIsDueAgainAndNotCountedAsTried() {
        attempts(1, "processing", false);
        refund("back");
        for (var line : List.of(FairShare.Line.ASKED, FairShare.Line.WANTED, FairShare.Line.REFUNDS)) {
            var taken = store.take(line, "shop", 10, 20_000);
            assertThat(taken).as(line.name()).hasSize(1);
            assertThat(taken.getFirst().tries()).isEqualTo(1);
            assertThat(store.take(line, "shop", 10, 20_000)).as("leased").isEmpty();
            store.giveBack(taken.getFirst());
        }
    }

    private void attempts(int count, String state, boolean closing) {
        execute("""
                insert into payment select 1, 1, '%1$s' || i, 1, 'KRW', jari_now(), 1 from generate_series(0, %2$d - 1) i;
                insert into payment_attempt (partition_id, kind, subject, n, method, provider, amount, state, closing, checkout,
                                             created_at, due_at)
                select 1, 1, '%1$s' || i, 1, 'card', 'shop', 1000, '%3$s', %4$s, 'co', jari_now() - interval '1 hour',
                       jari_now() - interval '1 second' * %5$d
                  from generate_series(0, %2$d - 1) i
                """.formatted(closing ? "closing" : "waiting", count, state, closing, closing ? 0 : 60));
    }

    private void refund(String subject) {
        execute("""
                insert into payment values (1, 1, '%1$s', 1, 'KRW', jari_now(), 1);
                insert into payment_attempt (partition_id, kind, subject, n, method, provider, amount, state, closing, checkout, created_at)
                values (1, 1, '%1$s', 1, 'card', 'shop', 1000, 'succeeded', false, 'co', jari_now());
                insert into payment_refund (partition_id, kind, subject, n, attempt, provider, amount, state, why, refusals, asked_at,
                                            due_at)
                values (1, 1, '%1$s', 1, 1, 'shop', 1000, 'requested', 'canceled', 0, jari_now(), jari_now())
                """.formatted(subject));
    }

    private void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void awaitCall(String call) {
        Awaitility.await(call).atMost(TestGuest.PATIENCE).until(() -> shop.calls.contains(call));
    }

    private static PaymentKey key(String subject) {
        return new PaymentKey(new Partition(Partition.Kind.HOTEL, 1), subject);
    }

    private record Settings(
            Optional<String> providersFile,
            Optional<String> publicUrl,
            int callMillis,
            int leaseMillis,
            int longestPauseMillis,
            String guardsOff)
            implements PaymentSettings {}

    /** A provider that answers no question before it is told to. */
    private static final class Shop implements Provider {
        private final Queue<String> calls = new ConcurrentLinkedQueue<>();
        private final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public String method() {
            return "card";
        }

        @Override
        public boolean capturesAtOnce() {
            return false;
        }

        @Override
        public Said open(Order order) {
            return said("opening of ", order);
        }

        @Override
        public Said ask(Order order) {
            return said("question about ", order);
        }

        @Override
        public Said confirm(Order order) {
            return said("confirmation of ", order);
        }

        @Override
        public Said close(Order order) {
            return new Said.Open("co", null);
        }

        private Said said(String call, Order order) {
            calls.add(call + order.key().subject());
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Said.Open("co", null);
        }

        @Override
        public GivenBack giveBack(Order order, Refund refund, boolean again) {
            calls.add("refund of " + order.key().subject());
            return new GivenBack(null);
        }
    }

    /** What is paid for, of which nothing but its payment is known. */
    private final class Things implements Subject {
        @Override
        public Partition.Kind kind() {
            return Partition.Kind.HOTEL;
        }

        @Override
        public OptionalLong partition(String id) {
            return OptionalLong.of(1);
        }

        @Override
        public CompletableFuture<Outcome<Reply>> submit(PaymentKey key, PaymentEvent event, @Nullable String actor) {
            if (event instanceof PaymentEvent.RefundDone) {
                execute("update payment_refund set state = 'done', due_at = null where subject = '%s'"
                        .formatted(key.subject()));
            }
            var stands = new PaymentDecision.Stands(Payment.NONE, List.of());
            return CompletableFuture.completedFuture(
                    new Outcome.Decided<>(new Reply.Decided(stands, Payment.NONE, facts())));
        }

        @Override
        public Optional<Facts> facts(PaymentKey key) {
            return Optional.of(facts());
        }

        private Facts facts() {
            return new Facts(1L, 1_000, "KRW", Status.WAITING, null);
        }
    }
}
