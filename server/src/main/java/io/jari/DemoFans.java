package io.jari;

import io.jari.db.StartRefused;
import io.jari.load.Fans;
import io.jari.load.OnSale;
import io.jari.load.OnSales;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The crowd of a demo's on-sale: a process of its own that ends with this one, and begins only once this one is ready. It is not started
 * again when it has played to the end; an on-sale half played when the server stopped stays as it is.
 */
@ApplicationScoped
public class DemoFans {
    private static final Logger LOG = Logger.getLogger(DemoFans.class.getName());
    private static final String NUMBER = "JARI_DEMO_FANS";
    private static final String OPENS = "JARI_DEMO_OPENS_SECONDS";
    private static final String CLASSPATH = "JARI_BENCH_CLASSPATH";
    private static final int USUAL = 2_000;
    private static final int MOST = 20_000;
    private static final int OPENS_SECONDS = 180;
    private static final int MOST_OPENS_SECONDS = 86_400;
    private static final int STOP_SECONDS = 5;

    private final Fans fans;
    private final OnSales sales;
    private final boolean isDemo;
    private final Path data;
    private final int port;
    private volatile @Nullable Process process;
    private volatile boolean stopped;

    public DemoFans(
            Fans fans,
            OnSales sales,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.data") String data,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.fans = fans;
        this.sales = sales;
        this.isDemo = mode.equals("demo");
        this.data = Path.of(data);
        this.port = port;
    }

    /** How many come; 0: none. */
    static int number(Map<String, String> environment) {
        var text = environment.getOrDefault(NUMBER, Integer.toString(USUAL));
        return text.equals("off") ? 0 : number(NUMBER, text, MOST);
    }

    /** From the first start until the sale opens. */
    static int opensSeconds(Map<String, String> environment) {
        return number(OPENS, environment.getOrDefault(OPENS, Integer.toString(OPENS_SECONDS)), MOST_OPENS_SECONDS);
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new StartRefused("%s must be a number from 1 to %,d, not %s".formatted(name, most, text));
        }
        return Integer.parseInt(text);
    }

    /** The server is ready. */
    void begin() {
        if (isDemo) {
            sales.now().filter(OnSales.Stand::isFresh).ifPresent(stand -> begun(stand.sale()));
        }
    }

    /** Nobody waits for them. */
    void begun(@Observes OnSale sale) {
        Thread.ofVirtual().name("demo-fans").start(() -> come(sale));
    }

    private synchronized void come(OnSale sale) {
        try {
            var number = number(System.getenv());
            if (!isDemo || number == 0 || stopped) {
                return;
            }
            var classpath = System.getenv(CLASSPATH);
            if (classpath == null || !Files.exists(Path.of(classpath.split(":", 2)[0]))) {
                LOG.info("Nobody competes for seats in this demo: " + CLASSPATH + " does not say where fans are");
                return;
            }
            var before = process;
            if (before != null) {
                before.destroy();
            } else if (sales.isPlayed()) {
                return;
            }
            var tokens = fans.to(sale, number);
            if (!stopped) {
                var started = start(classpath, sale, tokens);
                process = started;
                if (stopped) {
                    started.destroy();
                }
            }
        } catch (Throwable e) { // a demo goes on without them
            LOG.log(Level.WARNING, "The demo's fans do not come", e);
        }
    }

    /** Their tokens are secrets: they go through the pipe alone. */
    private Process start(String classpath, OnSale sale, String tokens) throws IOException {
        var builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classpath,
                        "io.jari.bench.Bench",
                        "fans",
                        "--url",
                        "http://127.0.0.1:" + port,
                        "--concert",
                        Integer.toString(sale.concertId()),
                        "--date",
                        Integer.toString(sale.dateId()),
                        "--tokens",
                        "-"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("fans.out").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JARI_"));
        var started = builder.start();
        sales.played(started.toHandle());
        try (var in = started.outputWriter()) {
            in.write(tokens);
        }
        return started;
    }

    /** Waits for no fans that are still made ready. */
    @PreDestroy
    void end() throws InterruptedException {
        stopped = true;
        var last = process;
        if (last != null) {
            last.destroy();
            if (!last.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                last.destroyForcibly();
            }
        }
    }
}
