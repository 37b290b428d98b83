package io.jari.moving;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.db.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of an archive: what it is, and what all of it must be. An archive without one was cut off.
 *
 * @param kind {@link #BACKUP} or {@link #EXPORT}
 * @param format of the archive
 * @param jari the release that made it
 * @param madeAt when, as UTC
 * @param postgres version of the PostgreSQL it was made of
 * @param schema version of the schema: of its last migration
 * @param files everything else in the archive, by name
 * @param cluster of a backup
 * @param tables of an export
 * @param sequences of an export
 */
record Manifest(
        String kind,
        int format,
        String jari,
        String madeAt,
        String postgres,
        int schema,
        Map<String, Content> files,
        @Nullable Cluster cluster,
        @Nullable List<Table> tables,
        @Nullable List<Sequence> sequences) {
    static final String NAME = "manifest.json";
    static final String BACKUP = "backup";
    static final String EXPORT = "export";
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** What a file holds: bytes and SHA-256 in hexadecimal. */
    record Content(long size, String sha256) {}

    /**
     * A copy of a database's own files.
     *
     * @param machine system and architecture: they fit no other
     * @param system the database's identifier
     * @param start where its log must be read from, and up to where at least
     * @param log the segments of it, first and last
     */
    record Cluster(String machine, String system, String start, String stop, List<String> log) {}

    record Table(String name, List<String> columns, long rows) {}

    /** @param used whether its value was given out already */
    record Sequence(String name, long value, boolean used) {}

    byte[] json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JacksonException e) {
            throw new IllegalStateException("the manifest", e);
        }
    }

    static Manifest parse(byte[] json) {
        try {
            var manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format != FORMAT) {
                throw new StartRefused(
                        "The archive's format is %d; this release reads %d.".formatted(manifest.format, FORMAT));
            }
            return manifest;
        } catch (IOException e) {
            throw new StartRefused("The archive's manifest can't be read: " + e.getMessage(), e);
        }
    }

    boolean isBackup() {
        return kind.equals(BACKUP);
    }

    Cluster ofBackup() {
        return Objects.requireNonNull(cluster);
    }

    /** This release's number, as the API tells it. */
    static String release() {
        try (var properties = Manifest.class.getResourceAsStream("/application.properties")) {
            return property(Objects.requireNonNull(properties), "quarkus.smallrye-openapi.info-version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(InputStream text, String name) throws IOException {
        var properties = new Properties();
        properties.load(text);
        return Objects.requireNonNull(properties.getProperty(name));
    }
}
