package io.jari;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.db.DataFolder;
import io.jari.db.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider of a demo: a process of its own that ends with this one, and is started again should it end before. Processes on
 * one database share one; where it listens, and the keys to it, are kept there.
 */
final class DemoProvider {
    private static final Logger LOG = Logger.getLogger(DemoProvider.class.getName());
    /** The property that names the providers; set where the demo has one of its own. */
    static final String FILE = "jari.payment.providers-file";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FIRST_PORT = 8180;
    private static final int PORTS_TRIED = 200;
    private static final long LOOK_MILLIS = 500;
    private static final int KEY_BYTES = 24;

    private final Path jar;
    private final Path folder;
    private final Account account;
    private final String host;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-provider").factory());
    private @Nullable Process process;

    /** Where the provider listens and keeps its log, and what its two shops and we know of each other. */
    private record Account(
            int port, String log, String alphaKey, String alphaSecret, String betaKey, String betaSecret) {
        /** A log of its own for each database: money of another one would be money that nobody here knows of. */
        static Account random(int port, Path folder) {
            var log = folder.resolve("log-" + UUID.randomUUID()).toString();
            return new Account(port, log, "sk_" + text(), "whsec_" + text(), "sk_" + text(), "whsec_" + text());
        }

        private static String text() {
            var bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    private DemoProvider(Path jar, Path folder, Account account, String host) {
        this.jar = jar;
        this.folder = folder;
        this.account = account;
        this.host = host;
    }

    /**
     * None where the environment names providers, or the launcher none to start.
     *
     * @param host where it listens: guests pay on its pages
     */
    static Optional<DemoProvider> of(DataFolder data, DataSource database, String host, Map<String, String> environment)
            throws SQLException {
        var jar = environment.get("JARI_PROVIDER_JAR");
        if (environment.containsKey("JARI_PAYMENT_PROVIDERS_FILE")
                || jar == null
                || !Files.isRegularFile(Path.of(jar))) {
            return Optional.empty();
        }
        var folder = data.root().resolve("provider").toAbsolutePath();
        return Optional.of(
                new DemoProvider(Path.of(jar), folder, account(database, port(environment, host), folder), host));
    }

    /** Whichever process is first says where the log is: money captured before is not forgotten when another takes over. */
    private static Account account(DataSource database, int port, Path folder) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into setting (name, value) values ('demo-provider', ?) on conflict do nothing");
                var select = connection.prepareStatement("select value from setting where name = 'demo-provider'")) {
            insert.setString(1, JSON.writeValueAsString(Account.random(port, folder)));
            insert.executeUpdate();
            try (var rows = select.executeQuery()) {
                rows.next();
                return JSON.readValue(rows.getString(1), Account.class);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the demo's provider", e);
        }
    }

    /** JARI_PROVIDER_PORT, or one that is free; the first start on a database decides. */
    private static int port(Map<String, String> environment, String host) {
        var wanted = environment.get("JARI_PROVIDER_PORT");
        if (wanted == null) {
            return freePort(host);
        }
        try {
            return Integer.parseInt(wanted);
        } catch (NumberFormatException _) {
            throw new StartRefused("JARI_PROVIDER_PORT must be a number, not " + wanted);
        }
    }

    private static int freePort(String host) {
        for (var port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
            if (Ports.free(port, host)) {
                return port;
            }
        }
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the server of it, and keeps it running. */
    void start() {
        try {
            Files.createDirectories(folder);
            var url = "http://" + host + ":" + account.port;
            Files.writeString(
                    folder.resolve("shops.json"),
                    JSON.writeValueAsString(List.of(
                            shop("alpha", "callback", account.alphaKey, account.alphaSecret),
                            shop("beta", "confirm", account.betaKey, account.betaSecret))));
            var providers = folder.resolve("providers.json");
            Files.writeString(
                    providers,
                    JSON.writeValueAsString(List.of(
                            provider("alpha", url, account.alphaKey, account.alphaSecret),
                            provider("beta", url, account.betaKey, account.betaSecret))));
            System.setProperty(FILE, providers.toString());
        } catch (IOException e) {
            throw new IllegalStateException("the demo's provider", e);
        }
        var _ = watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Map<String, String> shop(String name, String style, String key, String secret) {
        return Map.of("name", name, "style", style, "key", key, "secret", secret);
    }

    private static Map<String, String> provider(String name, String url, String key, String secret) {
        return Map.of("name", name, "url", url, "key", key, "secret", secret);
    }

    /** Another process on this database may have started it. */
    private void look() {
        try {
            if ((process == null || !process.isAlive()) && Ports.free(account.port, host)) {
                run();
            }
        } catch (Throwable e) { // whatever it was: what throws is never run again
            LOG.log(Level.WARNING, "the demo's provider does not start for now", e);
        }
    }

    private void run() {
        var java = ProcessHandle.current().info().command().orElse("java");
        var line = List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--host",
                host,
                "--port",
                Integer.toString(account.port),
                "--data",
                account.log,
                "--shops",
                folder.resolve("shops.json").toString(),
                "--until-stdin-ends");
        try {
            process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("provider.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
