package io.jari.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two servers from opening the same data. The operating system drops the lock with the process that held it, so
 * the file left by a killed server stops nobody.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or is empty while another process holds it. */
    static Optional<FolderLock> take(DataFolder folder) {
        folder.create();
        try {
            var channel = FileChannel.open(
                    file(folder), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            var lock = new FolderLock(channel);
            lock.holder("pid " + ProcessHandle.current().pid());
            return Optional.of(lock);
        } catch (IOException e) {
            throw new StartRefused("The lock file %s can't be opened: %s".formatted(file(folder), e), e);
        }
    }

    /** Says who holds the lock, for the one who comes second. */
    void holder(String description) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(description.getBytes(StandardCharsets.UTF_8)), 0);
    }

    static String holderOf(DataFolder folder) {
        try (var channel = FileChannel.open(file(folder), StandardOpenOption.READ)) {
            var text = ByteBuffer.allocate(1_000);
            channel.read(text);
            return StandardCharsets.UTF_8.decode(text.flip()).toString();
        } catch (IOException e) {
            return "an unknown process";
        }
    }

    private static Path file(DataFolder folder) {
        return folder.root().resolve("lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
