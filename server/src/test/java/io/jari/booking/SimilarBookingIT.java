package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.TestAccounts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Being asked before a second booking like one just made, over HTTP. */
class SimilarBookingIT {
    private static final JariServer SERVER = JariServer.shared();

    @Test
    void theAnswerNamesTheBookingAndWhatToDo() {
        var guest = signedUp();
        var stay = TestStay.with(SERVER, 5);
        var first = stay.order(guest);
        assertThat(guest.post("/v1/reservations", asking(stay, first, true)).status())
                .isEqualTo(201);
        var second = stay.order(guest);
        var asked = guest.post("/v1/reservations", asking(stay, second, true));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.type()).endsWith(":similar-booking");
        assertThat(asked.body().path("detail").asText()).contains("without askIfSimilar");
        assertThat(asked.body().path("similar")).hasSize(1);
        assertThat(asked.body().path("similar").get(0).path("reservationID").asText())
                .isEqualTo(first);

        assertThat(guest.post("/v1/reservations", stay.request(second)).status())
                .isEqualTo(201);
        var repeated = guest.post("/v1/reservations", asking(stay, second, true));
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.header("Idempotent-Replayed")).isEqualTo("true");

        var flawed = guest.post("/v1/reservations", asking(stay, stay.order(guest), "maybe"));
        assertThat(flawed.status()).isEqualTo(400);
        assertThat(flawed.body().path("errors").get(0).path("pointer").asText()).isEqualTo("/askIfSimilar");
    }

    private static Map<String, Object> asking(TestStay stay, String reservationId, Object ask) {
        var request = new HashMap<>(stay.request(reservationId));
        request.put("askIfSimilar", ask);
        return request;
    }

    private static Api signedUp() {
        return Api.signedIn(SERVER.url(), TestAccounts.add(SERVER, "Kim"), TestAccounts.PASSWORD);
    }
}
