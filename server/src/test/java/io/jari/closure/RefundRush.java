package io.jari.closure;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A full house, paid by card and from wallets; then the night is closed, and the server killed while all of it goes back. */
final class RefundRush implements AutoCloseable {
    static final int NIGHT = 5;
    private static final int GUESTS = 4;
    private static final int PEOPLE = 16;
    private static final int WALLET_EVERY = 5;
    private static final long GOODWILL = 1_000;
    private static final long CREDIT = 1_000_000_000_000L;
    private static final Duration PATIENCE =
            Boolean.getBoolean("jari.long") ? Duration.ofMinutes(60) : Duration.ofMinutes(4);

    private final Map<String, String> environment;
    private final int reservations;
    private final TestHotel hotel;
    private final List<TestGuest> guests = new ArrayList<>();
    private JariServer server;

    RefundRush(Map<String, String> environment, int reservations) {
        this.environment = environment;
        this.reservations = reservations;
        this.server = JariServer.start(environment);
        this.hotel = TestHotel.with(TestData.of(server).dataSource(), reservations);
        for (var i = 0; i < GUESTS; i++) {
            guests.add(TestGuest.signedUp(server));
        }
        guests.forEach(guest -> guest.credit(server, CREDIT, "KRW"));
    }

    JariServer server() {
        return server;
    }

    TestProvider provider() {
        return TestProvider.of(server);
    }

    /** Everybody reserves and pays. */
    List<String> pay() throws Exception {
        var paid = each(reservations, this::pay);
        await(
                "all paid",
                () -> number("select count(*) from reservation where status = 'paid' and hotel_id = " + hotel.hotelId())
                        == reservations);
        return paid;
    }

    private String pay(int i) {
        var guest = guests.get(i % GUESTS);
        var id = guest.reserve(hotel, NIGHT);
        if (i % WALLET_EVERY == 0) {
            ok(201, guest.begin(id, "wallet"));
        } else {
            TestProvider.pay(TestGuest.page(atCheckout(guest, id)));
        }
        return id;
    }

    /** Under load a provider may seem to be out of order: then the guest tries again. */
    private static JsonNode atCheckout(TestGuest guest, String id) {
        while (true) {
            guest.begin(id, "card");
            var payment = guest.await(
                    id,
                    p -> p.path("next").has("redirectURL")
                            || p.path("status").asText().equals("open"));
            if (payment.path("next").has("redirectURL")) {
                return payment;
            }
        }
    }

    /** The desk has given some of them a little before. */
    void goodwill(List<String> some) throws Exception {
        var desk = Api.demo(server.internalUrl(), "desk");
        each(
                some.size(),
                i -> ok(
                        201,
                        desk.send(
                                "POST",
                                "/v1/payments/" + some.get(i) + "/refunds",
                                "{\"amount\":" + GOODWILL + ",\"why\":\"goodwill\"}",
                                Map.of("Idempotency-Key", some.get(i)))));
    }

    private interface One<T> {
        T of(int i);
    }

    private static <T> List<T> each(int count, One<T> one) throws Exception {
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<T>> all = IntStream.range(0, count)
                    .mapToObj(i -> people.submit(() -> one.of(i)))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : all) {
                results.add(future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return results;
        }
    }

    void close(String key) {
        var manager = Api.demo(server.internalUrl(), "manager");
        ok(
                201,
                manager.send(
                        "POST",
                        "/v1/hotels/" + hotel.hotelId() + "/night-closures",
                        "{\"startDate\":\"%s\",\"endDate\":\"%s\",\"reason\":\"A flood\"}"
                                .formatted(
                                        hotel.today().plusDays(NIGHT),
                                        hotel.today().plusDays(NIGHT + 1)),
                        Map.of("Idempotency-Key", key)));
    }

    /** kill -9, and another process upon the same data. */
    void kill() {
        server.kill9();
        server = JariServer.start(server.data(), environment);
    }

    JsonNode closure() {
        return ok(
                200, Api.demo(server.internalUrl(), "desk").get("/v1/hotels/" + hotel.hotelId() + "/night-closures/1"));
    }

    /** No reservation waits to be canceled, and no provider is to be asked any more. */
    void awaitEnd() {
        await(
                "the end of it",
                () -> number("select count(*) from night_closure where due_at is not null") == 0
                        && number("select count(*) from payment_refund where state = 'requested'") == 0);
    }

    long canceled() {
        return number("select count(*) from reservation where cancel_reason = 'hotel'");
    }

    long goodwillDone() {
        return number("select count(*) from payment_refund where state = 'done' and why = 'goodwill'");
    }

    long done() {
        return number("select count(*) from payment_refund where state = 'done' and why = 'night_closed'");
    }

    void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    /** A person has the provider asked again for each that failed; how many those were. */
    int retryFailed() {
        var desk = Api.demo(server.internalUrl(), "desk");
        var retried = 0;
        while (true) {
            var failed = desk.get("/v1/refunds?status=failed&limit=200&hotelID=" + hotel.hotelId())
                    .body()
                    .path("refunds");
            if (failed.isEmpty()) {
                return retried;
            }
            for (var line : failed) {
                var path = "/v1/payments/" + line.path("paymentID").asText() + "/refunds/"
                        + line.path("n").asInt() + "/retries";
                ok(202, desk.post(path, Map.of()));
                retried++;
            }
        }
    }

    /** What the provider says that it moved: {@code reference amount}, refunds of both shops, sorted. */
    List<String> refundsMoved() {
        return provider().lines("refund");
    }

    List<String> capturesMoved() {
        return provider().lines("capture");
    }

    /** The same as we have it. */
    List<String> refundsRecorded() {
        return TestData.texts(server, """
                select subject || '-r' || n || case refusals when 0 then '' else '.' || refusals end || ' ' || amount
                  from payment_refund where state = 'done' and provider in ('alpha', 'beta')
                """);
    }

    /** What each capture of a card was, less what went back of it; by what we have recorded. */
    long notReturned() {
        return number("""
                select count(*) from payment_attempt a
                 where state = 'succeeded'
                   and amount <> (select coalesce(sum(amount), 0) from payment_refund r
                                   where (r.partition_id, r.kind, r.subject, r.attempt) = (a.partition_id, a.kind, a.subject, a.n)
                                     and r.state = 'done')
                """);
    }

    /** Each reservation given back whole, each room free, each wallet as it was. */
    void everythingIsBack() {
        assertThat(number(
                        "select count(*) from reservation where status = 'refunded' and fee_charged = 0 and hotel_id = "
                                + hotel.hotelId()))
                .isEqualTo(reservations);
        assertThat(notReturned()).isZero();
        assertThat(number("select sum(total_reserved) from room_type_inventory where hotel_id = " + hotel.hotelId()))
                .isZero();
        assertThat(number("select sum(total_reserved) from house_inventory where hotel_id = " + hotel.hotelId()))
                .isZero();
        assertThat(TestData.texts(server, "select balance::text from wallet where currency = 'KRW'"))
                .containsOnly(Long.toString(CREDIT))
                .hasSize(GUESTS);
    }

    private long number(String sql) {
        return TestData.number(server, sql);
    }

    @Override
    public void close() {
        server.close();
    }
}
