package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import io.jari.payment.LateStays.Stay;
import java.util.HashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Money that comes around the end of the time to pay, while two processes cancel what was not paid: each reservation is paid and has its
 * room, or is canceled and nothing was captured, or all of it went back.
 */
class LatePaymentIT {
    private static final int TIMES = Boolean.getBoolean("jari.long") ? 1_000 : 40;
    /** So many are held to the very same instant. */
    private static final int GROUP = 50;

    private static final String SILENT = "{\"callbackLost\":1}";

    private static ProviderProcess process;
    private static JariServer server;
    private static JariServer other;
    private static TestProvider provider;

    @BeforeAll
    static void start() {
        process = new ProviderProcess();
        var all = new HashMap<>(process.environment());
        all.put("JARI_PAYMENT_CALL_MILLIS", "20000");
        server = JariServer.start(all);
        other = server.another(all);
        provider = TestProvider.of(process);
    }

    @AfterAll
    static void stop() {
        try {
            server.verify();
        } finally {
            other.close();
            server.close();
            process.close();
        }
    }

    @AfterEach
    void well() {
        new FrozenClock(server).thaw();
        provider.faults(TestProvider.NO_FAULTS);
    }

    /** A millisecond before the end it is held, whatever else happens then. */
    @Test
    void whatComesInTimeIsPaid() {
        each(stays -> {
            stays.stand(-1);
            stays.lookedFor();
            stays.all(Stay::paysWell);
            stays.decided();
            stays.thaw();
            stays.ended(_ -> "paid");
        });
    }

    /** A millisecond after it, while the processes cancel it. */
    @Test
    void whatRacesItsEndIsPaidOrCosts() {
        each(stays -> {
            stays.stand(1);
            stays.oneByOne(Stay::pays);
            stays.decided();
            stays.thaw();
            var _ = stays.ended();
        });
    }

    /** Captured in time, and told of when the room is free again: it is taken again. What only was agreed to is not captured. */
    @Test
    void lateMoneyTakesTheRoomAgain() {
        each(stays -> {
            stays.stand(-1);
            provider.faults(SILENT);
            stays.all(Stay::paysWell);
            stays.stand(1);
            stays.decided();
            stays.thaw();
            provider.faults(TestProvider.NO_FAULTS);
            stays.ended(stay -> stay.isCapturedAtOnce() ? "paid" : "canceled");
        });
    }

    /** Captured in time, and told of when somebody else has the room. */
    @Test
    void lateMoneyForWhatSomebodyElseHasGoesBack() {
        var back = new AtomicInteger();
        each(stays -> {
            stays.stand(-1);
            provider.faults(SILENT);
            stays.all(Stay::paysWell);
            provider.faults("{\"delay\":{\"p\":1,\"millis\":4000}}");
            stays.stand(1);
            var taken = ConcurrentHashMap.<Stay>newKeySet();
            stays.all(stay -> {
                if (stay.isTakenBySomebodyElse()) {
                    taken.add(stay);
                }
            });
            stays.decided();
            stays.thaw();
            provider.faults(TestProvider.NO_FAULTS);
            stays.ended(stay -> taken.contains(stay) ? "canceled" : "paid");
            taken.stream().filter(Stay::isCapturedAtOnce).forEach(_ -> back.incrementAndGet());
        });
        assertThat(back).as("seen to go back").hasPositiveValue();
    }

    /** Nobody knows which comes first. */
    @Test
    void manyAtOnceAtTheirEnd() {
        var stays = new LateStays(server, other, provider, TIMES);
        stays.thaw();
        stays.all(stay -> {
            stay.endsWithin(ThreadLocalRandom.current().nextInt(1_500));
            stay.pays();
        });
        var _ = stays.ended();
    }

    private static void each(Consumer<LateStays> course) {
        for (var left = TIMES / 4; left > 0; left -= GROUP) {
            var stays = new LateStays(server, other, provider, Math.min(left, GROUP));
            stays.endTogether();
            course.accept(stays);
        }
    }
}
