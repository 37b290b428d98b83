package io.jari.moving;

import io.jari.db.StartRefused;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A gzipped tar that only its owner may read. It is written beside its place, as FILE.part, and is there whole or not at all.
 */
final class ArchiveWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 17;
    private static final int FASTEST = 1;
    private static final int FILE_MODE = 0100600;
    private static final int FOLDER_MODE = 040700;

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private final GzipCompressorOutputStream gzip;
    private final TarArchiveOutputStream tar;
    private final Instant at = Instant.now();
    private final Map<String, Manifest.Content> files = new LinkedHashMap<>();
    private final byte[] buffer = new byte[BUFFER];
    private boolean whole;

    /** @throws StartRefused where the file is there already */
    ArchiveWriter(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        refuseExisting();
        channel = open(part);
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(FASTEST);
        parameters.setBufferSize(BUFFER);
        gzip = new GzipCompressorOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), parameters);
        tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    private static FileChannel open(Path part) throws IOException {
        try {
            return FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused(
                    "There is %s already: another is writing it, or one was broken off. If none is, remove it."
                            .formatted(part),
                    e);
        }
    }

    private void refuseExisting() {
        if (Files.exists(file)) {
            throw new StartRefused("There is %s already, and it is not overwritten.".formatted(file));
        }
    }

    void directory(String name) throws IOException {
        var entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        entry.setModTime(at.toEpochMilli());
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void file(String name, byte[] content, int length) throws IOException {
        file(name, length, new ByteArrayInputStream(content, 0, length));
    }

    void file(String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        file(name, bytes, bytes.length);
    }

    /** As many bytes as are said: the rest of what grew is left out, and what shrank is filled up with zeros. */
    void file(String name, long size, InputStream content) throws IOException {
        begin(name, size);
        var sum = Sums.sha256();
        for (var left = size; left > 0; ) {
            var wanted = (int) Math.min(left, buffer.length);
            var read = content.readNBytes(buffer, 0, wanted);
            Arrays.fill(buffer, read, wanted, (byte) 0);
            tar.write(buffer, 0, wanted);
            sum.update(buffer, 0, wanted);
            left -= wanted;
        }
        end(name, size, sum);
    }

    private void begin(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(FILE_MODE);
        entry.setModTime(at.toEpochMilli());
        tar.putArchiveEntry(entry);
    }

    private void end(String name, long size, MessageDigest sum) throws IOException {
        tar.closeArchiveEntry();
        files.put(name, new Manifest.Content(size, HexFormat.of().formatHex(sum.digest())));
    }

    /** What was written so far. */
    Map<String, Manifest.Content> files() {
        return files;
    }

    /** Nothing more comes: it is on the disk, but not yet in its place. */
    Path end(Manifest manifest) throws IOException {
        var json = manifest.json();
        begin(Manifest.NAME, json.length);
        tar.write(json);
        tar.closeArchiveEntry();
        tar.finish();
        gzip.flush();
        gzip.finish();
        gzip.flush();
        channel.force(true);
        return part;
    }

    /** It is good: into its place. */
    void keep() throws IOException {
        refuseExisting();
        Files.move(part, file);
        whole = true;
        try (var folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!whole) {
            Files.deleteIfExists(part);
        }
    }
}
