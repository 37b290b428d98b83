package io.jari.moving;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** An archive as somebody else would leave it. */
final class Tampered {
    private static final JsonMapper JSON = new JsonMapper();

    private Tampered() {}

    /** Another content for the files of these names; its manifest knows nothing of it. */
    static Path changed(Path archive, Predicate<String> names, UnaryOperator<byte[]> change) throws IOException {
        return copied(archive, _ -> true, names, change);
    }

    /** Without these, as a tool would have made it that does not know that they are needed: its manifest does not name them. */
    static Path without(Path archive, Predicate<String> names) throws IOException {
        return copied(archive, names.negate(), Manifest.NAME::equals, json(manifest -> {
            var files = (ObjectNode) manifest.path("files");
            files.remove(files.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(names)
                    .toList());
        }));
    }

    static Path manifest(Path archive, Consumer<ObjectNode> change) throws IOException {
        return changed(archive, Manifest.NAME::equals, json(change));
    }

    private static UnaryOperator<byte[]> json(Consumer<ObjectNode> change) {
        return bytes -> {
            try {
                var manifest = (ObjectNode) JSON.readTree(bytes);
                change.accept(manifest);
                return JSON.writeValueAsBytes(manifest);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** The first bytes of it: a disk was full, or a copy broken off. */
    static Path cutOff(Path archive) throws IOException {
        var bytes = Files.readAllBytes(archive);
        return Files.write(beside(archive), Arrays.copyOf(bytes, bytes.length / 2));
    }

    private static Path beside(Path archive) throws IOException {
        return Files.createTempFile(archive.toAbsolutePath().getParent(), "tampered", ".tar.gz");
    }

    private static Path copied(
            Path archive, Predicate<String> kept, Predicate<String> changed, UnaryOperator<byte[]> change)
            throws IOException {
        var other = beside(archive);
        try (var from = new TarArchiveInputStream(new GzipCompressorInputStream(Files.newInputStream(archive)));
                var to = new TarArchiveOutputStream(
                        new GzipCompressorOutputStream(Files.newOutputStream(other)), "UTF-8")) {
            to.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (kept.test(entry.getName())) {
                    var content = from.readAllBytes();
                    var bytes = changed.test(entry.getName()) ? change.apply(content) : content;
                    var copy = new TarArchiveEntry(entry.getName());
                    copy.setSize(bytes.length);
                    to.putArchiveEntry(copy);
                    to.write(bytes);
                    to.closeArchiveEntry();
                }
            }
        }
        return other;
    }
}
