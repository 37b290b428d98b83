package io.jari.db;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL a verb works with: one of our own in the data folder, or one that runs elsewhere. */
public sealed interface Database extends AutoCloseable permits EmbeddedPostgres, OutsideDatabase {

    /** Starts it where it is ours to start, and says where it is. */
    DatabaseUrl start();

    /** What to say of the holder to those who come second: the server's address once it is known. */
    void announce(String holder);

    @Override
    void close();

    /**
     * The database for a server. Embedded data is claimed for this process at once.
     *
     * @throws StartRefused where another process serves this data
     */
    static Database forServer(DataFolder folder, Map<String, String> environment) {
        return outside(environment)
                .or(() -> EmbeddedPostgres.claim(folder))
                .orElseThrow(() -> new StartRefused(
                        "The data in %s is already being served by %s. Stop that first, or choose another folder by --data."
                                .formatted(folder.root(), FolderLock.holderOf(folder))));
    }

    /** The database for a verb beside the server: the running server's own where there is one. */
    static Database forVerb(DataFolder folder, Map<String, String> environment) {
        return outside(environment)
                .or(() -> EmbeddedPostgres.claim(folder))
                .or(() -> served(folder))
                .orElseThrow(() -> new StartRefused("The data in %s is being opened by %s. Try again when it is ready."
                        .formatted(folder.root(), FolderLock.holderOf(folder))));
    }

    private static Optional<Database> outside(Map<String, String> environment) {
        @Nullable String url = environment.get("JARI_DB_URL");
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(new OutsideDatabase(DatabaseUrl.parse(url, environment)));
    }

    private static Optional<Database> served(DataFolder folder) {
        try {
            var url = Files.readString(folder.databaseUrl()).strip();
            return Optional.of(new OutsideDatabase(DatabaseUrl.parse(url, Map.of())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
