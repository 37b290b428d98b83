package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindOfCallTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /,                                     BROWSE
            GET,    /v1/hotels/1/availability,             BROWSE
            HEAD,   /v1/concerts/1/dates/1/seats,          BROWSE
            GET,    /concerts/1/dates/1,                   BROWSE
            GET,    /sign-in,                              BROWSE
            GET,    /v1/payments/x,                        BROWSE
            GET,    /q/health,                             BROWSE
            POST,   /v1/queue,                             QUEUE
            DELETE, /v1/queue/entries,                     QUEUE
            GET,    /concerts/1/dates/1/queue,             QUEUE
            POST,   /concerts/1/dates/1/queue/entry,       QUEUE
            POST,   /v1/seat-holds,                        HOLD
            DELETE, /v1/seat-holds/x,                      HOLD
            POST,   /v1/reservations,                      HOLD
            POST,   /v1/reservation-orders,                HOLD
            POST,   /concerts/1/dates/1/best,              HOLD
            POST,   /order,                                HOLD
            POST,   /holds/x/extension,                    HOLD
            POST,   /v1/payments,                          PAY
            DELETE, /v1/payments/x/open-attempt,           PAY
            POST,   /v1/wallet/charges,                    PAY
            POST,   /payments/x,                           PAY
            POST,   /wallet/charges,                       PAY
            POST,   /v1/payments/callbacks/alpha,          CALLBACK
            POST,   /v1/sessions,                          SIGN_IN
            POST,   /v1/accounts,                          SIGN_IN
            PUT,    /v1/account/password,                  SIGN_IN
            POST,   /sign-in,                              SIGN_IN
            POST,   /sign-up,                              SIGN_IN
            POST,   /reset,                                SIGN_IN
            DELETE, /v1/reservations/x,                    CHANGE
            PUT,    /v1/account,                           CHANGE
            POST,   /nowhere,                              CHANGE
            """)
    void eachCallHasItsKind(String method, String path, Kind kind) {
        assertThat(KindOfCall.of(HttpMethod.valueOf(method), path)).isEqualTo(kind);
    }

    @Test
    void whatHasALimitOfItsOwnIsNotCountedTwice() {
        assertThat(KindOfCall.of(HttpMethod.GET, "/v1/queue/status")).isNull();
        assertThat(KindOfCall.of(HttpMethod.GET, null)).isEqualTo(Kind.BROWSE);
    }
}
