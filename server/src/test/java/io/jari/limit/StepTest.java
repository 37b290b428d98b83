package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /v1/hotels,                        LOOK
            GET,    /,                                 LOOK
            GET,    /v1/concerts/1/dates/1/seats/events, LOOK
            GET,    /v1/concerts/1/dates/1/seats,
            GET,    /v1/queue/status,
            GET,    /q/health/ready,
            POST,   /v1/reservation-orders,            BEGIN
            POST,   /v1/sessions,                      BEGIN
            POST,   /v1/reservations,                  TAKE
            POST,   /v1/seat-holds,                    TAKE
            DELETE, /v1/reservations/1,                SETTLE
            POST,   /v1/payments,                      SETTLE
            GET,    /v1/payments/1,                    SETTLE
            """)
    void whoIsFurtherInIsKnownByWhatTheyAsk(String method, String path, @Nullable Step step) {
        assertThat(Step.of(HttpMethod.valueOf(method), path)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"512,192,256,320,448,512", "8,3,4,5,7,8", "1,1,1,1,1,1"})
    void eachStepHasItsShare(int most, int come, int look, int begin, int take, int settle) {
        assertThat(Step.values()).extracting(step -> step.share(most)).containsExactly(come, look, begin, take, settle);
    }
}
