package io.jari.payment;

import static io.jari.payment.TestGuest.last;
import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guests pay for what they reserved, at a real provider. */
class PaymentIT {
    private static final JariServer SERVER = JariServer.shared();
    private static TestProvider provider;
    private static TestHotel hotel;

    @BeforeAll
    static void open() {
        provider = TestProvider.of(SERVER);
        hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 1_000);
    }

    @AfterAll
    static void everythingAgrees() {
        SERVER.verify();
    }

    @Test
    void aDeclinedCardLeavesTheReservationAndTheNextOnePays() {
        var guest = TestGuest.signedUp(SERVER);
        var id = guest.reserve(hotel, 3);
        assertThat(TestProvider.decline(page(guest.atCheckout(id))).status()).isEqualTo(303);
        var declined = guest.await(id, "open");
        assertThat(last(declined).path("reason").asText()).isEqualTo("card_declined");
        assertThat(last(declined).path("status").asText()).isEqualTo("failed");
        assertThat(guest.reservation(id).path("status").asText()).isEqualTo("pending");

        assertThat(TestProvider.pay(page(guest.atCheckout(id))).status()).isEqualTo(303);
        var paid = guest.await(id, "paid");
        assertThat(paid.path("captured").asLong()).isEqualTo(paid.path("amount").asLong());
        assertThat(last(paid).path("n").asInt()).isEqualTo(2);
        assertThat(guest.reservation(id).path("status").asText()).isEqualTo("paid");
        assertThat(provider.moved(id))
                .containsExactly("capture " + paid.path("amount").asLong() + " KRW");
        assertThat(ok(409, guest.begin(id, "card")).path("type").asText()).endsWith("already-paid");
    }
}
