package io.jari;

import io.jari.booking.PendingTimes;
import io.jari.db.Database;
import io.jari.db.DatabaseUrl;
import io.jari.db.Migrations;
import io.jari.db.Mode;
import io.jari.db.MovableClock;
import io.jari.db.Secret;
import io.jari.db.StartRefused;
import io.jari.document.AsBuilt;
import io.jari.load.Demo;
import io.jari.outage.Outage;
import io.jari.queue.QueueTimes;
import io.jari.seat.HoldTimes;
import io.jari.setting.Settings;
import io.quarkus.runtime.Quarkus;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The verb {@code start}: the database up, its schema brought to date, then the server upon it. */
final class Start {
    /** Longer than the drain of in-flight requests, so that they keep their database to the end. */
    private static final int STOP_LIMIT_SECONDS = 20;

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVENT_LOOPS = "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE";

    private final StartOptions options;
    private final PrintStream out;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Start(StartOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run(Map<String, String> environment) throws SQLException {
        for (var word : options.rest()) {
            if (!word.equals(Ready.UNTIL_READY) && !word.equals(Ready.REHEARSE)) {
                throw new StartRefused("start does not know " + word + "; see ./jari start --help");
            }
        }
        Settings.check(environment);
        if (options.mode() == Mode.PRODUCTION) {
            Secret.fromEnvironment(environment);
        } else {
            DemoFans.number(environment);
            DemoFans.opensSeconds(environment);
        }
        var database = Database.forServer(options.folder(), environment);
        DatabaseUrl url;
        Ports ports;
        try {
            ports = Ports.choose(options, out);
            url = database.start();
            prepare(url, environment);
        } catch (RuntimeException | SQLException e) {
            database.close();
            throw e;
        }
        database.announce("pid %d at http://127.0.0.1:%d"
                .formatted(ProcessHandle.current().pid(), ports.open()));
        configure(url, ports);
        if (options.mode() == Mode.DEMO) {
            DemoProvider.of(options.folder(), url.dataSource(), options.lan().orElse(LOOPBACK), environment)
                    .ifPresent(DemoProvider::start);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterServer(database), "stop-database"));
        AsBuilt.hide();
        Quarkus.run(Ready.class, this::stopped, options.rest().toArray(String[]::new));
    }

    private void prepare(DatabaseUrl url, Map<String, String> environment) throws SQLException {
        var source = url.dataSource();
        Migrations.run(url);
        options.mode().claim(source);
        if (options.mode() == Mode.DEMO) {
            new MovableClock(source).install();
            Demo.load(source, Duration.ofSeconds(DemoFans.opensSeconds(environment)));
        }
        new Outage(source, List.of(new PendingTimes(), new HoldTimes(), new QueueTimes())).repair();
    }

    private void configure(DatabaseUrl url, Ports ports) {
        var values = Map.of(
                "quarkus.datasource.jdbc.url", url.jdbcUrl(),
                "quarkus.datasource.username", url.user(),
                "quarkus.datasource.password", url.password(),
                "quarkus.http.host", options.host(),
                "quarkus.http.port", Integer.toString(ports.open()),
                "jari.internal.port", Integer.toString(ports.internal()),
                "jari.mode", options.mode().text(),
                "jari.data", options.folder().root().toString());
        values.forEach(System::setProperty);
        options.lan().ifPresent(address -> reachable(address, ports));
        if (System.getenv(EVENT_LOOPS) == null) {
            System.setProperty("quarkus.vertx.event-loops-pool-size", Integer.toString(eventLoops()));
        }
        if (options.mode() == Mode.PRODUCTION) {
            System.setProperty("quarkus.profile", "prod,production");
        }
    }

    /** Providers send guests back to where they came from: to that address, unless the environment names another. */
    private static void reachable(String address, Ports ports) {
        System.setProperty(Ready.LAN, address);
        if (System.getenv("JARI_PAYMENT_PUBLIC_URL") == null) {
            System.setProperty("jari.payment.public-url", "http://%s:%d".formatted(address, ports.open()));
        }
    }

    /** Fewer loops have more to do each time they wake: half the cores answer as many requests for less. PostgreSQL wants the others. */
    private static int eventLoops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private void stopped(int exitCode, @Nullable Throwable failure) {
        stopped.countDown();
        if (failure != null) {
            explain(failure);
        }
        System.exit(exitCode); // runs the hook below; under a signal it is already running and this waits for it
    }

    private void explain(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && !(cause instanceof StartRefused)) {
            cause = cause.getCause();
        }
        out.println("The server did not start: " + cause.getMessage());
        if (!(cause instanceof StartRefused)) {
            failure.printStackTrace(out);
        }
    }

    private void closeAfterServer(Database database) {
        try {
            if (!stopped.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                out.println("The server did not stop in time; stopping its database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
