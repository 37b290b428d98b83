package io.jari.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.jari.bench.api.OwnServer;
import io.jari.client.generated.ApiClient;
import io.jari.client.generated.ApiException;
import io.jari.client.generated.api.AccountsApi;
import io.jari.client.generated.api.HotelsApi;
import io.jari.client.generated.api.PaymentsApi;
import io.jari.client.generated.api.ReservationsApi;
import io.jari.client.generated.api.WalletApi;
import io.jari.client.generated.model.Account;
import io.jari.client.generated.model.Credentials;
import io.jari.client.generated.model.Guest;
import io.jari.client.generated.model.Money;
import io.jari.client.generated.model.NewAccount;
import io.jari.client.generated.model.NewPayment;
import io.jari.client.generated.model.NewReservation;
import io.jari.client.generated.model.NewReservationOrder;
import io.jari.client.generated.model.NewWalletCredit;
import io.jari.client.generated.model.Payment;
import io.jari.client.generated.model.Problem;
import io.jari.client.generated.model.Reservation;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who knows no more than the API's document books a room, with what the ordinary generator makes of it. */
class GeneratedClientIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String EMAIL = "mina@example.com";
    private static final String PASSWORD = "a long secret";

    @Test
    void aRoomIsFoundReservedPaidReadAndCanceled() throws Exception {
        try (var server = OwnServer.start(Map.of("JARI_DEMO_FANS", "off", "JARI_DB_SHARED_BUFFERS", "64MB"))) {
            var guest = client(server.url());
            var account = new AccountsApi(guest)
                    .signUp(new NewAccount().email(EMAIL).password(PASSWORD).name("Kim Mina"));
            signIn(guest, EMAIL, PASSWORD);

            var reservation = reserve(guest);
            assertThat(reservation.getStatus()).isEqualTo(Reservation.StatusEnum.PENDING);
            credit(server, account, reservation.getTotal());
            pay(guest, reservation.getReservationID());

            var reservations = new ReservationsApi(guest);
            assertThat(reservations
                            .readReservation(reservation.getReservationID())
                            .getStatus())
                    .isEqualTo(Reservation.StatusEnum.PAID);
            assertThat(reservations
                            .cancelReservation(reservation.getReservationID())
                            .getFeeCharged()
                            .getAmount())
                    .isZero();
            await().atMost(PATIENCE)
                    .until(
                            () -> new WalletApi(guest)
                                    .readWallet()
                                    .getBalances()
                                    .getFirst()
                                    .getAmount(),
                            balance -> balance.equals(reservation.getTotal().getAmount()));
            aNoIsAProblem(reservations, guest);
        }
    }

    private static ApiClient client(URI at) {
        var client = new ApiClient();
        client.updateBaseUri(at.toString());
        return client;
    }

    private static void signIn(ApiClient client, String email, String password) throws ApiException {
        var token = new AccountsApi(client)
                .signIn(new Credentials().email(email).password(password))
                .getToken();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    private static Reservation reserve(ApiClient guest) throws ApiException {
        var arrival = LocalDate.now().plusDays(30);
        var hotels = new HotelsApi(guest);
        var hotel = hotels.listHotels(null, null, null, null).getFirst();
        var free = hotels.readAvailability(
                hotel.getHotelID(), arrival.plusDays(2).toString(), arrival.toString(), null, null);
        var order = new ReservationsApi(guest)
                .priceStay(new NewReservationOrder()
                        .hotelID(free.getHotelID())
                        .roomTypeID(free.getRoomTypes().getFirst().getRoomTypeID())
                        .startDate(arrival)
                        .endDate(arrival.plusDays(2)));
        return new ReservationsApi(guest)
                .reserve(new NewReservation()
                        .reservationID(order.getReservationID())
                        .quote(order.getQuote())
                        .hotelID(order.getHotelID())
                        .roomTypeID(order.getRoomTypeID())
                        .startDate(order.getStartDate())
                        .endDate(order.getEndDate())
                        .guest(new Guest().name("김민아").partySize(2)));
    }

    /** As the house does where it owes somebody something. */
    private static void credit(OwnServer server, Account account, Money total) throws ApiException {
        var staff = client(server.internalUrl());
        signIn(staff, "admin@demo.jari", "demo-demo");
        new WalletApi(staff)
                .creditWallet(
                        Long.valueOf(account.getAccountID()),
                        "once",
                        new NewWalletCredit()
                                .amount(total.getAmount())
                                .currency(total.getCurrency())
                                .reason("For the cold shower"));
    }

    private static void pay(ApiClient guest, String reservationId) throws ApiException {
        var payments = new PaymentsApi(guest);
        payments.pay(new NewPayment().reservationID(reservationId).method(NewPayment.MethodEnum.WALLET));
        await().atMost(PATIENCE)
                .until(
                        () -> payments.readPayment(reservationId, null, null).getStatus(),
                        Payment.StatusEnum.PAID::equals);
    }

    private static void aNoIsAProblem(ReservationsApi reservations, ApiClient client) throws Exception {
        var no = catchThrowableOfType(ApiException.class, () -> reservations.readReservation("nonsense"));
        assertThat(no.getCode()).isEqualTo(404);
        // Since problems may have more members than are named, the generator makes a map of them.
        var problem = client.getObjectMapper().readValue(no.getResponseBody(), Problem.class);
        assertThat(problem).containsEntry("type", "urn:jari:problem:not-found");
        assertThat(problem).containsEntry("detail", "There is no such reservation.");
    }
}
