package io.jari.moving;

import io.jari.db.StartRefused;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** An archive to be read, from its beginning to its end. */
final class Archive {
    private static final int BUFFER = 1 << 17;
    private static final long MOST_OF_A_MANIFEST = 64L << 20;

    private final Path file;

    Archive(Path file) {
        this.file = file;
    }

    /** Takes an entry; what it leaves unread is passed over. */
    @FunctionalInterface
    interface Taker {
        void take(TarArchiveEntry entry, InputStream content) throws Exception;
    }

    /**
     * Reads all of it and gives its manifest.
     *
     * @throws StartRefused where anything is not as the manifest says
     */
    Manifest check(PrintStream out) throws IOException {
        var progress = Foreseen.bytes(out, "MB read back", Files.size(file));
        var found = new LinkedHashMap<String, Manifest.Content>();
        var manifest = new Object() {
            @Nullable
            Manifest value;
        };
        try {
            read(progress::add, (entry, content) -> {
                refuseAfterTheEnd(manifest.value);
                if (entry.getName().equals(Manifest.NAME) && entry.getSize() <= MOST_OF_A_MANIFEST) {
                    manifest.value = Manifest.parse(content.readAllBytes());
                } else if (!entry.isDirectory() && found.put(entry.getName(), content(content)) != null) {
                    throw refused(entry.getName() + " is in it twice");
                }
            });
        } catch (EOFException e) {
            throw refused("it ends too early");
        } catch (IOException e) {
            throw new StartRefused("%s is damaged or no archive of Jari: %s".formatted(file, e.getMessage()), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        progress.end();
        if (manifest.value == null) {
            throw refused("it has no manifest, so it was cut off or is no archive of Jari");
        }
        compare(manifest.value.files(), found);
        return manifest.value;
    }

    private void refuseAfterTheEnd(@Nullable Manifest manifest) {
        if (manifest != null) {
            throw refused("something follows its manifest");
        }
    }

    private static Manifest.Content content(InputStream content) throws IOException {
        var sum = Sums.sha256();
        try (var read = new DigestInputStream(new Kept(content), sum)) {
            var size = read.transferTo(OutputStream.nullOutputStream());
            return new Manifest.Content(size, HexFormat.of().formatHex(sum.digest()));
        }
    }

    private void compare(Map<String, Manifest.Content> told, Map<String, Manifest.Content> found) {
        told.forEach((name, content) -> {
            if (!found.containsKey(name)) {
                throw refused(name + " is missing");
            }
            if (!content.equals(found.get(name))) {
                throw refused(name + " is not what was written");
            }
        });
        found.keySet().stream()
                .filter(name -> !told.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused(name + " does not belong there");
                });
    }

    private StartRefused refused(String why) {
        return new StartRefused("%s is not whole: %s.".formatted(file, why));
    }

    /** Each entry in the order they were written, without checking any. */
    void read(Taker taker) throws Exception {
        read(_ -> {}, taker);
    }

    private void read(LongConsumer progress, Taker taker) throws Exception {
        try (var tar = new TarArchiveInputStream(new GzipCompressorInputStream(
                new Counted(new BufferedInputStream(Files.newInputStream(file), BUFFER), progress)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                taker.take(entry, tar);
            }
        }
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer count;

        Counted(InputStream in, LongConsumer count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count.accept(Math.max(0, read));
            return read;
        }
    }

    /** Stays open when it is closed: the next entry comes out of it too. */
    private static final class Kept extends FilterInputStream {
        Kept(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
