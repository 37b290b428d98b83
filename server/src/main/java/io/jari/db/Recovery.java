package io.jari.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The built-in database made of a backup's files. PostgreSQL itself recovers it, as far as the backup's log goes, and refuses where that
 * does not reach to the backup's end.
 */
public final class Recovery implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofHours(2); // a big log takes its time
    private static final long POLL_MILLIS = 100;

    /** Nothing but the backup's own log; and its last words where {@link PostgresCluster#lastWords} looks for them. */
    private static final String SETTINGS = """
            restore_command = 'false'
            logging_collector = off
            """;

    private final DataFolder folder;
    private final FolderLock lock;
    private final PostgresUser user;
    private final PostgresCluster cluster;

    private Recovery(DataFolder folder, FolderLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        PostgresBinaries.unpack(folder);
        user = PostgresUser.choose(folder);
        cluster = new PostgresCluster(folder, user);
        UnfinishedRestore.mark(folder);
        directory(folder.cluster());
    }

    /** @throws StartRefused where there is a database already */
    public static Recovery into(DataFolder folder) throws IOException {
        var lock = FolderLock.take(folder)
                .orElseThrow(() -> new StartRefused(
                        "The data in %s is in use by %s.".formatted(folder.root(), FolderLock.holderOf(folder))));
        try {
            lock.holder("a restore, pid " + ProcessHandle.current().pid());
            UnfinishedRestore.refuse(folder);
            if (Files.exists(folder.cluster())) {
                throw new StartRefused(
                        "There is a database in %s already. A backup goes into a folder without one; choose another by --data."
                                .formatted(folder.root()));
            }
            return new Recovery(folder, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** One of the database's files. */
    public void file(String name, InputStream content) throws IOException {
        var path = within(name);
        Files.copy(content, path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        user.own(path);
    }

    public void directory(String name) throws IOException {
        directory(within(name));
    }

    private void directory(Path path) throws IOException {
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(path);
    }

    private Path within(String name) throws IOException {
        var path = folder.cluster().resolve(name).normalize();
        if (!path.startsWith(folder.cluster())) {
            throw new IOException("an entry outside the archive: " + name);
        }
        return path;
    }

    /**
     * Starts it and waits until it is recovered. Its password is another from then on.
     *
     * @param password as it was when the backup was made
     */
    public DatabaseUrl run(String password) throws IOException, SQLException, InterruptedException {
        var signal = folder.cluster().resolve("recovery.signal");
        Files.createFile(signal);
        user.own(signal);
        DataFolder.writePrivately(folder.password(), password);
        var port = EmbeddedPostgres.freePort();
        if (!cluster.start(port, LIMIT, SETTINGS).succeeded()) {
            throw failed();
        }
        awaitRecovered(EmbeddedPostgres.url(folder, port));
        var fresh = EmbeddedPostgres.randomPassword();
        execute(EmbeddedPostgres.url(folder, port), "alter role jari password '" + fresh + "'");
        DataFolder.writePrivately(folder.password(), fresh);
        return EmbeddedPostgres.url(folder, port);
    }

    private void awaitRecovered(DatabaseUrl url) throws InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (recovering(url)) {
            if (cluster.running().isEmpty() || System.nanoTime() > deadline) {
                throw failed();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static boolean recovering(DatabaseUrl url) {
        try (var connection = url.dataSource().getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery("select pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            return true; // it may be starting, or have given up: the process tells
        }
    }

    private StartRefused failed() {
        return new StartRefused("PostgreSQL can't recover what is in this backup. Its last words, from %s:%n%s"
                .formatted(folder.cluster().resolve("start.log"), cluster.lastWords()));
    }

    /** All is done: it may be served from now on. */
    public void done() throws IOException {
        cluster.stop();
        UnfinishedRestore.unmark(folder);
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = url.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        if (cluster.running().isPresent()) {
            cluster.stop();
        }
        lock.close();
    }
}
