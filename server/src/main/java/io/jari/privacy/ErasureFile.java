package io.jari.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Who was erased, a line of JSON each, in a file that no backup of the database takes with it: after a restore it says whom to erase
 * again. Keep it where backups can't reach it, and long.
 */
final class ErasureFile {
    private static final Logger LOG = Logger.getLogger(ErasureFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;
    private final Set<String> known = new HashSet<>();

    ErasureFile(Path path) {
        this.path = path;
    }

    /** All lines. What a crash left of a last one is cut off. */
    synchronized List<ErasureEntry> read() {
        try {
            if (!Files.exists(path)) {
                return List.of();
            }
            var text = Files.readString(path);
            var whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    file.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
                }
            }
            var entries = new ArrayList<ErasureEntry>();
            text.substring(0, whole).lines().forEach(line -> read(line, entries));
            entries.forEach(entry -> known.add(entry.key()));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds those that are not there; on disk when this returns. */
    synchronized void add(List<ErasureEntry> entries) {
        var lines = new StringBuilder();
        for (var entry : entries) {
            if (!known.contains(entry.key())) {
                lines.append(line(entry)).append('\n');
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.forEach(entry -> known.add(entry.key()));
    }

    private static String line(ErasureEntry entry) {
        return JSON.createObjectNode()
                .put("subject", entry.subject())
                .put("since", entry.since().toString())
                .put("askedAt", entry.askedAt().toString())
                .put("actor", entry.actor())
                .toString();
    }

    private void read(String line, List<ErasureEntry> into) {
        try {
            var node = JSON.readTree(line);
            into.add(new ErasureEntry(
                    node.required("subject").asText(),
                    Instant.parse(node.required("since").asText()),
                    Instant.parse(node.required("askedAt").asText()),
                    node.required("actor").asText()));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.errorf("%s holds a line that says of nobody that they were erased: %s", path, e.getMessage());
        }
    }
}
