package io.jari.payment;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Gates of providers that nobody calls, on a clock that tests move. */
final class TestGate {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private TestGate() {}

    static HttpProvider provider(String name, URI url, Duration limit) {
        var entry = new ProviderFile.Entry(name, url, "sk_test", SECRET, null, null);
        var guards = new PaymentGuards(true, true, true, true);
        return new HttpProvider(entry, new ProviderCalls(url, "sk_test", limit), "http://127.0.0.1:8", guards);
    }

    static Gate of(String name, int share, int mostCalls, AtomicLong nanos) {
        return new Gate(provider(name, NOWHERE, Duration.ofSeconds(1)), share, mostCalls, nanos::get);
    }

    static Gate of(String name, int share) {
        return of(name, share, 4, new AtomicLong());
    }

    /** So many answers, which failed or did not. */
    static Gate told(Gate gate, int count, boolean well) {
        for (var i = 0; i < count; i++) {
            gate.answered(well);
        }
        return gate;
    }
}
