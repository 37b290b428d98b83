package io.jari.payment;

import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestStay;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;

/** People book and pay through two server processes while the provider does all it can do wrong and whoever may be killed is killed. */
final class PaymentStorm implements AutoCloseable {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final int GUESTS_AT_ONCE = LONG ? 64 : 24;
    /** Few, so that several kills fall among few payments. */
    private static final int GUESTS_AMONG_KILLS = LONG ? 64 : 10;
    /** A call that is not answered, and what a killed server had begun, are taken up again soon, so that the test ends. */
    private static final Map<String, String> QUICK =
            LONG ? Map.of() : Map.of("JARI_PAYMENT_CALL_MILLIS", "2000", "JARI_PAYMENT_LEASE_MILLIS", "6000");

    /** Payments between two kills, if it does not take longer than a few seconds. */
    private static final int QUIET_PAYMENTS = LONG ? 100 : 10;

    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);
    private static final String EVERY_FAULT = """
            {"delay":{"p":0.1,"millis":400},"timeoutAfterCapture":0.05,"error":0.05,"errorAfter":0.05,"callbackLost":0.2,
             "callbackDuplicate":0.2,"callbackLate":{"p":0.2,"millis":2000},"callbackReordered":0.1,
             "callbackContradicting":0.1,"callbackWrongSignature":0.05,"refundRefused":0.02}
            """;
    /** The same, more often: for runs that are to go wrong soon. */
    private static final String MORE_FAULTS = """
            {"delay":{"p":0.3,"millis":400},"timeoutAfterCapture":0.15,"error":0.05,"errorAfter":0.3,"callbackLost":0.1,
             "callbackDuplicate":0.5,"callbackLate":{"p":0.3,"millis":1000},"callbackReordered":0.2,
             "callbackContradicting":0.4,"callbackWrongSignature":0.05,"refundRefused":0.02}
            """;

    private final ProviderProcess process = new ProviderProcess();
    private final TestProvider provider = process.provider();
    private final List<JariServer> servers = new ArrayList<>();
    private final TestStay stay;
    private final AtomicInteger done = new AtomicInteger();
    private int kills;
    private long calms;

    /** @param processes 1 is enough where none is killed */
    PaymentStorm(Map<String, String> environment, int processes) {
        var all = new HashMap<>(QUICK);
        all.putAll(environment);
        all.putAll(process.environment());
        servers.add(JariServer.start(all));
        while (servers.size() < processes) {
            servers.add(servers.getFirst().another(all));
        }
        stay = TestStay.with(servers.getFirst(), 100_000);
        new TestGuest(Api.demo(servers.getFirst().url(), "guest"), "guest@demo.jari")
                .credit(servers.getFirst(), 900_000_000_000L, "KRW");
    }

    /** @param killing whether servers, and now and then the provider, are killed meanwhile, one after another */
    void rage(int payments, boolean killing) throws Exception {
        provider.faults(killing ? EVERY_FAULT : MORE_FAULTS);
        var first = Api.demo(servers.getFirst().url(), "guest");
        var apis = List.of(first, first.at(servers.getLast().url()));
        var atOnce = killing ? GUESTS_AMONG_KILLS : GUESTS_AT_ONCE;
        try (var guests = Executors.newFixedThreadPool(atOnce)) {
            var before = done.get();
            var lives = new ArrayList<Future<Void>>();
            for (var n = 0; n < payments; n++) {
                var guest = new StormGuest(apis, stay, before + n);
                lives.add(guests.submit((Callable<Void>) () -> {
                    guest.live();
                    done.incrementAndGet();
                    return null;
                }));
            }
            while (killing && done.get() < before + payments - atOnce) {
                kill();
            }
            for (var life : lives) {
                life.get();
            }
        }
    }

    private void kill() {
        var victim = kills % 2;
        servers.get(victim).kill9();
        if (kills % 3 == 1) {
            process.killAndRestart();
        }
        servers.set(victim, servers.get(victim).again());
        kills++;
        var next = done.get() + QUIET_PAYMENTS;
        try {
            await().atMost(QUIET).until(() -> done.get() >= next);
        } catch (ConditionTimeoutException _) {
            // quiet enough
        }
    }

    int kills() {
        return kills;
    }

    /** The faults end and the time to pay passes. */
    void calm() {
        provider.faults(TestProvider.NO_FAULTS);
        calms++;
        Api.demo(servers.getFirst().internalUrl(), "admin")
                .put(
                        "/v1/clock",
                        Map.of("offset", Duration.ofMinutes(40 * calms).toString()),
                        Map.of());
    }

    /** Within the stated bound nothing is under way any more. */
    void settle() {
        await().atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(StormAudit.UNDER_WAY) == 0);
    }

    private long count(String rows) {
        return TestData.number(servers.getFirst(), "select count(*) from (" + rows + ") rows");
    }

    /** What does not agree, in words. */
    List<String> flaws() {
        return StormAudit.of(servers.getFirst(), provider, stay.hotelId());
    }

    /** The first that are seen of what has ended wrongly, if there are any by then. */
    List<String> flawsWithin(Duration time) {
        try {
            return await().atMost(time).until(this::flaws, found -> !found.isEmpty());
        } catch (ConditionTimeoutException _) {
            return List.of();
        }
    }

    /** Captured and kept, by each provider. */
    long kept(String by) {
        return count("select 1 from payment_attempt where state = 'succeeded' and provider = '" + by + "'");
    }

    void verify() {
        servers.getFirst().verify();
    }

    @Override
    public void close() {
        servers.reversed().forEach(JariServer::close);
        process.close();
    }
}
