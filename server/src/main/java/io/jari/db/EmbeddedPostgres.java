package io.jari.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as part of the server: made at the first start, started with it, watched while it runs, stopped after it.
 * One that outlived a killed server is taken over; one that is killed itself is started again.
 */
final class EmbeddedPostgres implements Database {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class.getName());
    private static final Duration START_LIMIT = Duration.ofMinutes(5); // recovery after a crash may read much
    private static final Duration RESTART_TRY = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 250;
    private static final int TRIES_BEFORE_KILLING_ORPHANS = 5;

    private final DataFolder folder;
    private final FolderLock lock;
    private @Nullable PostgresCluster cluster;
    private @Nullable Thread watch;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Reserves the folder for this process, or is empty while another one has it. */
    static Optional<EmbeddedPostgres> claim(DataFolder folder) {
        return FolderLock.take(folder).map(lock -> new EmbeddedPostgres(folder, lock));
    }

    @Override
    public DatabaseUrl start() {
        UnfinishedRestore.refuse(folder);
        PostgresBinaries.unpack(folder);
        var cluster = new PostgresCluster(folder, PostgresUser.choose(folder));
        this.cluster = cluster;
        if (!cluster.exists()) {
            var password = randomPassword();
            DataFolder.writePrivately(folder.password(), password);
            cluster.create(password);
        }
        var url = cluster.running().flatMap(this::adopt).orElseGet(() -> startAnew(cluster));
        DataFolder.writePrivately(folder.databaseUrl(), url.withPassword() + "\n");
        watch = Thread.ofPlatform().daemon().name("postgres-watch").start(() -> watch(cluster));
        return url;
    }

    private Optional<DatabaseUrl> adopt(PostmasterFile postmaster) {
        var url = url(postmaster.port());
        try (var connection = url.dataSource().getConnection()) {
            return connection.isValid(5) ? Optional.of(url) : Optional.empty();
        } catch (SQLException e) {
            LOG.log(Level.INFO, "PostgreSQL left by an earlier server does not answer; starting it again", e);
            return Optional.empty();
        }
    }

    private DatabaseUrl startAnew(PostgresCluster cluster) {
        if (cluster.running().isPresent()) {
            cluster.stop();
        }
        cluster.killOrphans();
        var port = cluster.lastPort().filter(EmbeddedPostgres::free).orElseGet(EmbeddedPostgres::freePort);
        var started = cluster.start(port, START_LIMIT);
        if (!started.succeeded()) {
            throw new StartRefused("PostgreSQL does not start. Its last words, from %s:%n%s"
                    .formatted(folder.cluster().resolve("start.log"), cluster.lastWords()));
        }
        return url(port);
    }

    private void watch(PostgresCluster cluster) {
        var failures = 0;
        while (!closing) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            try {
                failures = isUp(cluster, failures) ? 0 : failures + 1;
            } catch (Throwable e) {
                LOG.log(Level.WARNING, "PostgreSQL is not watched for now", e);
            }
        }
    }

    private boolean isUp(PostgresCluster cluster, int failures) {
        if (closing || cluster.running().isPresent()) {
            return true;
        }
        LOG.warning("PostgreSQL is gone; starting it again");
        if (failures >= TRIES_BEFORE_KILLING_ORPHANS) {
            cluster.killOrphans();
        }
        return restart(cluster);
    }

    /** On the same port, since every connection pool knows it. */
    private synchronized boolean restart(PostgresCluster cluster) {
        if (closing) {
            return true;
        }
        var started = cluster.start(cluster.lastPort().orElseThrow(), RESTART_TRY);
        if (started.succeeded()) {
            LOG.info("PostgreSQL is back");
        } else {
            LOG.warning(() -> "PostgreSQL did not start, trying again:\n" + cluster.lastWords());
        }
        return started.succeeded();
    }

    @Override
    public void announce(String holder) {
        try {
            lock.holder(holder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the lock file can't be written", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        if (watch != null) {
            watch.interrupt();
        }
        synchronized (this) {
            if (cluster != null && cluster.running().isPresent()) {
                cluster.stop();
            }
            try {
                Files.deleteIfExists(folder.databaseUrl());
                lock.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the data folder can't be released", e);
            }
        }
    }

    private DatabaseUrl url(int port) {
        return url(folder, port);
    }

    static DatabaseUrl url(DataFolder folder, int port) {
        try {
            var password = Files.readString(folder.password()).strip();
            return new DatabaseUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "jari", password);
        } catch (IOException e) {
            throw new StartRefused(
                    "The database's password in %s can't be read: %s".formatted(folder.password(), e), e);
        }
    }

    static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("No free port for PostgreSQL: " + e.getMessage(), e);
        }
    }
}
