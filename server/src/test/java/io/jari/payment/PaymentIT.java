package io.jari.payment;

import static io.jari.payment.TestGuest.last;
import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guests pay by card for what they reserved, at a real provider. */
class PaymentIT {
    private static final JariServer SERVER = JariServer.shared();
    private static TestProvider provider;
    private static TestHotel hotel;
    private final TestGuest guest = TestGuest.signedUp(SERVER);

    @BeforeAll
    static void open() {
        provider = TestProvider.of(SERVER);
        hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 1_000);
    }

    /** Style callback captures when the guest pays, style confirm when we confirm. */
    @ParameterizedTest
    @ValueSource(strings = {"alpha", "beta"})
    void aDeclinedCardLeavesTheReservationAndTheNextOnePays(String shop) {
        var id = guest.reserveAt(shop, hotel, 3);
        ok(303, TestProvider.decline(page(guest.payment(id))));
        var declined = guest.await(id, "open");
        assertThat(last(declined).path("reason").asText()).isEqualTo("card_declined");
        assertThat(last(declined).path("status").asText()).isEqualTo("failed");
        assertThat(guest.reservation(id).path("status").asText()).isEqualTo("pending");

        id = guest.reserveAt(shop, hotel, 3);
        ok(303, TestProvider.pay(page(guest.payment(id))));
        var paid = guest.await(id, "paid");
        var total = paid.path("amount").asLong();
        assertThat(paid.path("captured").asLong()).isEqualTo(total);
        assertThat(paid.has("next")).isFalse();
        assertThat(last(paid).path("card").asText()).isEqualTo("4242");
        assertThat(guest.reservation(id).path("status").asText()).isEqualTo("paid");
        assertThat(provider.moved(id)).containsExactly("capture " + total + " KRW");
        assertThat(provider.shop(shop).log(id)).hasSize(1);
        assertThat(ok(409, guest.begin(id, "card")).path("type").asText()).endsWith("already-paid");
    }

    /** What a guest was asked for no longer pays for what is reserved. */
    @Test
    void anotherPriceEndsTheOpenAttempt() {
        var id = guest.reserveAt("alpha", hotel, 3);
        var before = guest.payment(id);
        var desk = Api.demo(SERVER.internalUrl(), "desk");
        var change = "/v1/reservations/" + id + "/change";
        var longer = Map.of("endDate", hotel.today().plusDays(5).toString());
        var offer = ok(200, desk.post(change + "-offers", longer)).path("offer").asText();
        ok(200, desk.post(change + "s", Map.of("offer", offer)));
        assertThat(last(guest.await(id, "open")).path("status").asText()).isEqualTo("failed");
        assertThat(TestProvider.pay(page(before)).status()).isEqualTo(409);

        ok(303, TestProvider.pay(page(guest.atCheckout(id))));
        var total = guest.await(id, "paid").path("amount").asLong();
        assertThat(total).isGreaterThan(before.path("amount").asLong());
        assertThat(provider.moved(id)).containsExactly("capture " + total + " KRW");
    }

    @Test
    void theSameReservationIsTriedAgainAfterADecline() {
        var id = guest.reserve(hotel, 3);
        ok(303, TestProvider.decline(page(guest.atCheckout(id))));
        guest.await(id, "open");
        ok(303, TestProvider.pay(page(guest.atCheckout(id))));
        var paid = guest.await(id, "paid");
        assertThat(paid.path("attempts"))
                .extracting(a -> a.path("status").asText())
                .containsExactly("failed", "succeeded");
        assertThat(provider.moved(id)).hasSize(1);
    }

    @Test
    void aGuestGivesUpAtTheProviderAndPaysAfterAll() {
        var id = guest.reserve(hotel, 4);
        ok(303, TestProvider.giveUp(page(guest.atCheckout(id))));
        assertThat(last(guest.await(id, "open")).path("reason").asText()).isEqualTo("given_up");
        ok(303, TestProvider.pay(page(guest.atCheckout(id))));
        guest.await(id, "paid");
    }

    @Test
    void whereNothingWasReservedThereIsNothingToGiveUp() {
        var stay = Map.of(
                "hotelID",
                Integer.toString(hotel.hotelId()),
                "roomTypeID",
                "1",
                "startDate",
                hotel.today().plusDays(4).toString(),
                "endDate",
                hotel.today().plusDays(5).toString());
        var id = ok(200, guest.api().post("/v1/reservation-orders", stay))
                .path("reservationID")
                .asText();
        ok(404, Api.demo(SERVER.internalUrl(), "admin").delete("/v1/payments/" + id + "/open-attempt"));
    }

    @Test
    void aGuestGivesUpHereAndThePageOfTheProviderTakesNoMoney() {
        var id = guest.reserve(hotel, 4);
        var before = page(guest.atCheckout(id));
        assertThat(ok(409, guest.begin(id, "wallet")).path("type").asText()).endsWith("payment-in-progress");
        ok(202, guest.api().delete("/v1/payments/" + id + "/open-attempt"));
        assertThat(guest.await(id, "open").has("next")).isFalse();
        ok(409, TestProvider.pay(before));
        assertThat(provider.moved(id)).isEmpty();
        ok(202, guest.api().delete("/v1/payments/" + id + "/open-attempt"));
        ok(303, TestProvider.pay(page(guest.atCheckout(id))));
        guest.await(id, "paid");
    }

    @Test
    void twoTabsLeadToOneCheckout() throws Exception {
        var id = guest.reserve(hotel, 5);
        var presses = new ArrayList<Callable<Api.Answer>>();
        for (var i = 0; i < 8; i++) {
            presses.add(() -> guest.begin(id, "card"));
        }
        var answers = new ArrayList<Integer>();
        try (var tabs = Executors.newFixedThreadPool(presses.size())) {
            for (var answer : tabs.invokeAll(presses, 90, TimeUnit.SECONDS)) {
                answers.add(answer.get().status());
            }
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
        var open = guest.await(id, p -> p.path("next").has("redirectURL"));
        assertThat(open.path("attempts")).hasSize(1);
        assertThat(page(ok(200, guest.begin(id, "card")))).isEqualTo(page(open));
        ok(303, TestProvider.pay(page(open)));
        guest.await(id, "paid");
        assertThat(provider.moved(id)).hasSize(1);
    }

    @Test
    void whatIsCanceledIsNotPaidAndWhatIsPaidIsGivenBack() {
        var gone = guest.reserve(hotel, 6);
        var page = page(guest.atCheckout(gone));
        ok(200, guest.api().delete("/v1/reservations/" + gone));
        guest.await(gone, "closed");
        assertThat(TestProvider.pay(page).status()).isEqualTo(409);
        assertThat(ok(409, guest.begin(gone, "card")).path("type").asText()).endsWith("not-payable");
        assertThat(provider.moved(gone)).isEmpty();

        var paid = guest.paid(hotel, 6);
        ok(200, guest.api().delete("/v1/reservations/" + paid));
        var back = guest.await(paid, "refunded");
        var total = back.path("captured").asLong();
        assertThat(back.path("refunded").asLong()).isEqualTo(total);
        assertThat(provider.moved(paid)).containsExactly("capture " + total + " KRW", "refund " + total + " KRW");
        assertThat(guest.reservation(paid).path("status").asText()).isEqualTo("refunded");
    }

    @Test
    void theFeeIsKeptAfterTheFreeTime() {
        var strict = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
        strict.execute("update hotel set free_until_days = 30, fee_kind = 'percent', fee_percent = 30 where hotel_id = "
                + strict.hotelId());
        var id = guest.paid(strict, 3);
        ok(200, guest.api().delete("/v1/reservations/" + id));
        var back = guest.await(id, "partly_refunded");
        var total = back.path("captured").asLong();
        assertThat(back.path("refunded").asLong()).isEqualTo(total * 70 / 100);
        assertThat(provider.moved(id))
                .containsExactly("capture " + total + " KRW", "refund " + total * 70 / 100 + " KRW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KRW", "USD", "EUR", "JPY", "KWD"})
    void amountsAreInMinorUnitsEverywhere(String currency) {
        var abroad = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
        abroad.execute("update hotel set currency = '%s' where hotel_id = %d".formatted(currency, abroad.hotelId()));
        var id = guest.paid(abroad, 3);
        var payment = guest.payment(id);
        var total = guest.reservation(id).path("total");
        assertThat(payment.path("currency").asText()).isEqualTo(currency);
        assertThat(total.path("currency").asText()).isEqualTo(currency);
        assertThat(payment.path("amount").asLong())
                .isEqualTo(total.path("amount").asLong());
        ok(200, guest.api().delete("/v1/reservations/" + id));
        guest.await(id, "refunded");
        var moved = total.path("amount").asLong() + " " + currency;
        assertThat(provider.moved(id)).containsExactly("capture " + moved, "refund " + moved);
    }

    @Test
    void strangersSeeNothing() {
        var id = guest.reserve(hotel, 7);
        var stranger = TestGuest.signedUp(SERVER);
        ok(404, stranger.api().get("/v1/payments/" + id));
        ok(404, stranger.begin(id, "card"));
        ok(404, stranger.api().delete("/v1/payments/" + id + "/open-attempt"));
        ok(404, guest.api().get("/v1/payments/AQAAAAAJAaIUHFyxyDjBEvowxfl6"));
        ok(401, Api.anonymous(SERVER.url()).get("/v1/payments/" + id));
        assertThat(guest.payment(id).path("status").asText()).isEqualTo("open");
    }

    @Test
    void aWaitEndsWithTheChange() throws Exception {
        var id = guest.reserve(hotel, 8);
        var open = guest.atCheckout(id);
        var version = open.path("version").asLong();
        var waiting = CompletableFuture.supplyAsync(
                () -> guest.api().get("/v1/payments/" + id + "?wait=10&after=" + version));
        ok(303, TestProvider.pay(page(open)));
        assertThat(waiting.get(90, TimeUnit.SECONDS).body().path("version").asLong())
                .isGreaterThan(version);
        guest.await(id, "paid");
        assertThat(ok(200, guest.api().get("/v1/payments/" + id + "?wait=10"))
                        .path("status")
                        .asText())
                .as("nothing to wait for")
                .isEqualTo("paid");
        for (var bad : List.of("wait=11", "wait=-1", "wait=soon", "after=now")) {
            ok(400, guest.api().get("/v1/payments/" + id + "?" + bad));
        }
    }

    @Test
    void theHistoryIsReadInPages() {
        var ids = new ArrayList<String>();
        for (var day = 10; day < 15; day++) {
            var id = guest.reserve(hotel, day);
            guest.atCheckout(id);
            ids.addFirst(id);
        }
        var read = new ArrayList<String>();
        var next = "/v1/payments?limit=2";
        while (!next.isEmpty()) {
            var page = guest.api().get(next);
            ok(200, page)
                    .path("payments")
                    .forEach(p -> read.add(p.path("paymentID").asText()));
            next = page.header("Link").replaceFirst("^<([^>]*)>; rel=\"next\"$", "$1");
        }
        assertThat(read).isEqualTo(ids);
        ok(400, guest.api().get("/v1/payments?cursor=nonsense"));
        assertThat(ok(200, TestGuest.signedUp(SERVER).api().get("/v1/payments")).path("payments"))
                .isEmpty();
    }

    @Test
    void theDeskTakesTheMoneyAndTheCardIsNotCharged() {
        var id = guest.reserve(hotel, 9);
        var page = page(guest.atCheckout(id));
        var desk = Api.demo(SERVER.internalUrl(), "desk");
        ok(201, desk.post("/v1/reservations/" + id + "/desk-payments", Map.of("method", "cash")));
        guest.await(id, "paid");
        assertThat(TestProvider.pay(page).status()).isEqualTo(409);
        assertThat(provider.moved(id)).isEmpty();
    }
}
