package io.jari.provider;

import io.jari.provider.callback.Tempo;
import io.jari.provider.shop.Shop;
import io.jari.provider.shop.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** A provider in this process with two shops: alpha captures at once, beta confirms. */
final class Running implements AutoCloseable {
    static final byte[] ALPHA_SECRET = "alpha-alpha-alpha-alpha-32-bytes".getBytes(StandardCharsets.US_ASCII);
    static final Shop ALPHA = new Shop("alpha", Style.CALLBACK, "sk_alpha_key", ALPHA_SECRET);
    static final Shop BETA = new Shop(
            "beta",
            Style.CONFIRM,
            "sk_beta_key",
            "beta-beta-beta-beta-beta-32-byte".getBytes(StandardCharsets.US_ASCII));
    /** Quick to try again, and slow to let an event go that stepped aside: no test waits for that unless it says so. */
    static final Tempo TEMPO = new Tempo(
            Collections.nCopies(3, Duration.ofMillis(10)),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMillis(10));

    final MovableClock clock = new MovableClock();
    private final Path data;
    private final Tempo tempo;
    private Provider provider;

    Running(Path data) throws IOException {
        this(data, TEMPO);
    }

    Running(Path data, Tempo tempo) throws IOException {
        this.data = data;
        this.tempo = tempo;
        this.provider = start();
    }

    private Provider start() throws IOException {
        return Provider.start(new Settings("127.0.0.1", 0, data, List.of(ALPHA, BETA), clock, tempo));
    }

    void restart() throws IOException {
        provider.close();
        provider = start();
    }

    Caller alpha() {
        return new Caller(provider.url(), ALPHA.key());
    }

    Caller beta() {
        return new Caller(provider.url(), BETA.key());
    }

    String url() {
        return provider.url();
    }

    @Override
    public void close() throws IOException {
        provider.close();
    }
}
