package io.jari.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jari.db.MovableClock;
import io.jari.db.Partition;
import io.jari.db.Secret;
import io.jari.db.TestPostgres;
import io.jari.event.EventTail;
import io.jari.event.OfferedEvents;
import io.jari.event.TestRelay;
import io.jari.journal.Changes;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of hotel 1 on their way to a receiver that behaves as each test wants. */
class WebhookDeliveryTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_PENDING = 20;
    private static final byte[] KEY = new byte[32];

    private final Jdbi jdbi = Jdbi.create(DATABASE);
    private final MovableClock clock = new MovableClock(DATABASE);
    private final OfferedEvents events = new OfferedEvents(DATABASE);
    private final EventTail tail = new EventTail();
    private final TestRelay relay = new TestRelay(DATABASE, tail);
    private final WebhookSecrets secrets =
            new WebhookSecrets(Secret.fromEnvironment(Map.of("JARI_SECRET", "a secret for tests, long enough it is")));
    private final AtomicInteger resolved = new AtomicInteger();
    private final Receivers receivers = new Receivers(
            VERTX,
            new Destinations(
                    name -> {
                        resolved.incrementAndGet();
                        return List.of(InetAddress.getByName(name.equals("receiver.test") ? "127.0.0.1" : name));
                    },
                    true,
                    false),
            Duration.ofSeconds(5),
            new HttpClientOptions());
    private final TestReceiver receiver = new TestReceiver();
    private final FanOut fanOut = new FanOut(jdbi, events, tail, MOST_PENDING);
    private final Courier courier = courier();
    private long webhook;

    private Courier courier() {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        return new Courier(
                jdbi,
                events,
                secrets,
                receivers,
                json,
                Executors.newVirtualThreadPerTaskExecutor(),
                new Courier.Results() {
                    @Override
                    public void ended(String result) {}

                    @Override
                    public void pending(int deliveries) {}

                    @Override
                    public void more() {}
                });
    }

    @BeforeEach
    void begin() throws SQLException {
        jdbi.useHandle(
                handle -> handle.execute(
                        "alter table journal disable trigger all; truncate webhook, webhook_delivery, event_reader, event_batch, event_pending, outbox, journal, partition_head"));
        fanOut.turn();
        webhook = make("http://receiver.test:" + receiver.port() + "/hook");
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    private long make(String url) {
        return jdbi.inTransaction(handle -> {
            var id = WebhookStore.nextId(handle);
            var wanted = new WebhookBodies.Wanted(url, List.of("hold.made", "hold.sold"), "hotel-1", true);
            WebhookStore.insert(handle, id, wanted, secrets.seal(id, KEY), Instant.now());
            return id;
        });
    }

    /** Happens, and is published. */
    private void happen(String type, String... subjects) throws SQLException {
        for (var subject : subjects) {
            new Changes(DATABASE).first(Partition.hotel(1), "test", change -> {
                change.journal(type, subject, "{\"seats\": 2}");
                return true;
            });
        }
        relay.publish();
    }

    private void pump() throws SQLException {
        while (fanOut.turn()) {
            // there may be more
        }
        courier.turn();
    }

    private void awaitHeard(List<Long> numbers) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            pump();
            assertThat(receiver.numbers()).containsExactlyElementsOf(numbers);
        });
    }

    private void awaitState(long number, Delivery.State state) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            pump();
            assertThat(delivery(number).state()).isEqualTo(state);
        });
    }

    /** An attempt has been answered, and that is written down. */
    private void awaitTried(long number, int tries) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            pump();
            assertThat(delivery(number).tries()).isEqualTo(tries);
            assertThat(delivery(number).lastCode()).as("no longer under way").isNotNull();
        });
    }

    private Delivery delivery(long number) {
        return jdbi.withHandle(handle -> DeliveryStore.find(handle, webhook, number))
                .orElseThrow();
    }

    private void later(Duration by) throws SQLException {
        clock.offset(clock.offset().plus(by));
    }

    private Webhook stands() {
        return jdbi.withHandle(handle -> WebhookStore.find(handle, webhook)).orElseThrow();
    }

    @Test
    void eachEventIsSentOnceSignedToTheAddressThatWasChecked() throws Exception {
        happen("hold.made", "a", "b", "a");
        happen("hold.expired", "a");
        await().atMost(PATIENCE).untilAsserted(() -> {
            pump();
            assertThat(stands().pending()).isZero();
            assertThat(receiver.heard()).hasSize(3);
        });
        var first = receiver.heard().getFirst();
        assertThat(first.host()).isEqualTo("receiver.test:" + receiver.port());
        assertThat(resolved).hasValue(3);
        assertThat(first.id()).isEqualTo("evt_" + first.number() + "_" + webhook);
        assertThat(first.signature())
                .isEqualTo(Signature.of(first.id(), Long.parseLong(first.timestamp()), first.body(), List.of(KEY)));
        assertThat(first.json().path("type").asText()).isEqualTo("hold.made");
        assertThat(first.json().path("data").path("hotelID").asText()).isEqualTo("1");
        assertThat(first.json().path("data").path("data").path("seats").asInt()).isEqualTo(2);
        assertThat(first.json().has("timestamp")).isTrue();
        assertThat(delivery(1).lastCode()).isEqualTo(204);
    }

    @Test
    void whatFailsHoldsBackItsSubjectOnly() throws Exception {
        receiver.answers((heard, exchange) -> TestReceiver.answer(exchange, heard.number() == 1 ? 500 : 200));
        happen("hold.made", "a", "a", "b");
        awaitState(3, Delivery.State.DELIVERED);
        awaitTried(1, 1);
        assertThat(receiver.numbers()).containsExactlyInAnyOrder(1L, 3L);
        assertThat(delivery(2).state()).isEqualTo(Delivery.State.HELD);
        receiver.forget();
        receiver.answers(200);
        happen("hold.sold", "a");
        later(Duration.ofSeconds(10));
        awaitHeard(List.of(1L, 2L, 4L));
    }

    /** The twin: where nothing is held, the second comes before the first was heard. */
    @Test
    void whereNothingIsHeldTheSecondOvertakes() throws Exception {
        receiver.answers((heard, exchange) -> TestReceiver.answer(exchange, heard.number() == 1 ? 500 : 200));
        happen("hold.made", "a", "a");
        while (fanOut.turn()) {
            // there may be more
        }
        jdbi.useHandle(handle -> handle.execute("update webhook_delivery set state = 'due'"));
        awaitState(2, Delivery.State.DELIVERED);
        assertThat(delivery(1).state()).isEqualTo(Delivery.State.DUE);
    }

    @Test
    void whoIsGoneIsToldNoMore() throws Exception {
        receiver.answers(410);
        happen("hold.made", "a");
        awaitState(1, Delivery.State.GIVEN_UP);
        assertThat(stands().enabled()).isFalse();
        assertThat(stands().disabledWhy()).isEqualTo("gone");
        happen("hold.sold", "a");
        pump();
        var second = jdbi.withHandle(handle -> DeliveryStore.find(handle, webhook, 2));
        assertThat(second).isEmpty();
    }

    @Test
    void itIsGivenUpAfterDaysAndTheNextHasItsTurn() throws Exception {
        receiver.answers((heard, exchange) -> {
            exchange.getResponseHeaders().add("Retry-After", "7200");
            TestReceiver.answer(exchange, heard.number() == 1 ? 503 : 200);
        });
        happen("hold.made", "a");
        awaitTried(1, 1);
        assertThat(Duration.between(clock.now(), delivery(1).dueAt())).isGreaterThan(Duration.ofMinutes(110));
        later(Backoff.PATIENCE.plusHours(1));
        happen("hold.sold", "a");
        awaitState(1, Delivery.State.GIVEN_UP);
        awaitState(2, Delivery.State.DELIVERED);
        assertThat(delivery(1).lastCode()).isEqualTo(503);
        assertThat(stands().pending()).isZero();
    }

    @Test
    void whatACrashCutOffIsSentAgainUnderTheSameId() throws Exception {
        happen("hold.made", "a");
        fanOut.turn();
        var cutOff = jdbi.inTransaction(
                handle -> DeliveryStore.claim(handle, List.of(webhook), List.of(8), 8, Duration.ofSeconds(60)));
        assertThat(cutOff).hasSize(1);
        pump();
        assertThat(receiver.heard()).as("another has it").isEmpty();
        later(Duration.ofSeconds(61));
        awaitState(1, Delivery.State.DELIVERED);
        assertThat(receiver.heard().getFirst().id()).isEqualTo("evt_1_" + webhook);
        var late = new Receivers.Answer(500, null, Duration.ZERO);
        boolean changed =
                jdbi.inTransaction(handle -> DeliveryStore.again(handle, cutOff.getFirst(), late, Duration.ZERO));
        assertThat(changed).as("who comes late changes nothing").isFalse();
    }

    @Test
    void twoProcessesSendEachOnce() throws Exception {
        var other = courier();
        var subjects = new ArrayList<String>();
        for (var i = 0; i < MOST_PENDING; i++) {
            subjects.add("s" + i);
        }
        happen("hold.made", subjects.toArray(String[]::new));
        await().atMost(PATIENCE).untilAsserted(() -> {
            pump();
            other.turn();
            assertThat(stands().pending()).isZero();
        });
        assertThat(receiver.numbers()).hasSize(MOST_PENDING).doesNotHaveDuplicates();
    }

    @Test
    void tooManyPendingSwitchItOffAndAReplayBringsTheRest() throws Exception {
        receiver.answers(500);
        happen("hold.made", "a");
        awaitTried(1, 1);
        for (var i = 0; i < MOST_PENDING; i++) {
            happen("hold.sold", "a");
        }
        pump();
        assertThat(stands().enabled()).isFalse();
        assertThat(stands().missedAfter()).isEqualTo(1);
        receiver.answers(200);
        receiver.forget();
        jdbi.useHandle(handle -> {
            handle.execute("update webhook set enabled = true");
            WebhookStore.replay(handle, webhook, new WebhookStore.Replay(1, 6));
        });
        fanOut.look();
        later(Duration.ofHours(1));
        awaitHeard(List.of(1L, 2L, 3L, 4L, 5L, 6L));
        await().atMost(PATIENCE).untilAsserted(() -> {
            pump();
            assertThat(stands().pending()).isZero();
        });
        jdbi.useHandle(handle -> WebhookStore.replay(handle, webhook, new WebhookStore.Replay(4, 6)));
        fanOut.look();
        awaitHeard(List.of(1L, 2L, 3L, 4L, 5L, 6L, 5L, 6L));
    }

    @Test
    void forADayBothSecretsSign() throws Exception {
        jdbi.useHandle(handle -> WebhookStore.rotate(handle, webhook, secrets.seal(webhook, new byte[] {1}), 24));
        happen("hold.made", "a");
        awaitHeard(List.of(1L));
        assertThat(receiver.heard().getFirst().signature().split(" ")).hasSize(2);
        later(Duration.ofHours(25));
        happen("hold.made", "a");
        awaitHeard(List.of(1L, 2L));
        assertThat(receiver.heard().getLast().signature().split(" ")).hasSize(1);
    }

    @Test
    void redirectsAreNotFollowedAndLongAnswersNotRead() throws Exception {
        try (var other = new TestReceiver()) {
            receiver.answers((_, exchange) -> {
                exchange.getResponseHeaders().add("Location", other.url());
                TestReceiver.answer(exchange, 307);
            });
            assertThat(receivers.post(receiver.url(), Map.of(), "x").code()).isEqualTo(307);
            assertThat(other.heard()).isEmpty();
        }
        var written = new AtomicInteger();
        receiver.answers((_, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (var i = 0; i < 100_000; i++) {
                    body.write(new byte[1_000]);
                    written.incrementAndGet();
                }
            }
        });
        assertThat(receivers.post(receiver.url(), Map.of(), "x").isAccepted()).isTrue();
        assertThat(written.get()).isLessThan(100_000);
    }

    /** The address is the one that was checked; whom it must be able to show itself as is the name. */
    @Test
    void byTlsTheNameIsAskedForAndChecked(@TempDir Path folder) throws Exception {
        var certificate = certificate(folder.resolve("receiver.p12"));
        var indicated = new AtomicReference<>("");
        var server = VERTX.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(request -> {
                    indicated.set(request.connection().indicatedServerName());
                    request.response().end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        var trusting = new Receivers(
                VERTX,
                new Destinations(_ -> List.of(InetAddress.getLoopbackAddress()), true, false),
                Duration.ofSeconds(30),
                new HttpClientOptions().setTrustOptions(certificate));
        var path = ".test:" + server.actualPort() + "/";
        assertThat(trusting.post("https://receiver" + path, Map.of(), "x").code())
                .isEqualTo(200);
        assertThat(indicated).hasValue("receiver.test");
        assertThat(trusting.post("https://other" + path, Map.of(), "x").flaw()).isEqualTo("tls");
        assertThat(receivers.post("https://receiver" + path, Map.of(), "x").flaw())
                .as("signed by nobody who is known")
                .isEqualTo("tls");
        var _ = server.close();
    }

    /** Of receiver.test, signed by itself. */
    private static PfxOptions certificate(Path file) throws Exception {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver.test",
                        "-ext",
                        "san=dns:receiver.test",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "test-test")
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return new PfxOptions().setPath(file.toString()).setPassword("test-test");
    }

    @Test
    void whyThereWasNoAnswerIsSaid() {
        assertThat(receivers.post("http://10.0.0.1/", Map.of(), "x").flaw()).isEqualTo("address-refused");
        assertThat(receivers.post("http://no.such.name.invalid/", Map.of(), "x").flaw())
                .isEqualTo("name-unknown");
        var port = receiver.port();
        receiver.close();
        assertThat(receivers
                        .post("http://127.0.0.1:" + port + "/", Map.of(), "x")
                        .flaw())
                .isEqualTo("connection");
        try (var silent = new TestReceiver()) {
            silent.answers((_, _) -> {});
            var impatient = new Receivers(
                    VERTX, new Destinations("demo", "refused"), Duration.ofMillis(300), new HttpClientOptions());
            assertThat(impatient.post(silent.url(), Map.of(), "x").flaw()).isEqualTo("timeout");
        }
    }
}
