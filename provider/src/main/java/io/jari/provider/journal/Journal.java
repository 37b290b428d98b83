package io.jari.provider.journal;

import io.jari.provider.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An append-only file of JSON lines. One thread writes: it takes every line that waits, writes them,
 * forces them to disk once, and tells all who waited.
 */
public final class Journal<T> implements AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 1_000;

    private record Waiting<T>(Optional<T> entry, CompletableFuture<Void> written) {}

    private final FileChannel file;
    private final BlockingQueue<Waiting<T>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean closed;

    private Journal(FileChannel file) {
        this.file = file;
        this.writer = Thread.ofPlatform().name("journal").daemon().unstarted(this::writeAll);
    }

    /** Hands over what the file has, drops a line that a crash left unfinished, and goes on after the last whole one. */
    public static <T> Journal<T> open(Path path, Class<T> type, Consumer<T> past) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var whole = new Lines(file).read(line -> past.accept(Json.read(line, type)));
            file.truncate(whole);
            file.position(whole);
            file.force(true);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        var journal = new Journal<T>(file);
        journal.writer.start();
        return journal;
    }

    /** The future completes when the entry is on disk. Entries get there in the order of the calls. */
    public CompletableFuture<Void> append(T entry) {
        var written = new CompletableFuture<Void>();
        try {
            if (!closed) {
                queue.put(new Waiting<>(Optional.of(entry), written));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            written.completeExceptionally(e);
        }
        // Looked at again: the writer may have ended in between, and then nobody would ever tell.
        if (closed) {
            written.completeExceptionally(new IOException("The log is closed"));
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        try {
            queue.put(new Waiting<>(Optional.empty(), new CompletableFuture<>()));
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    private void writeAll() {
        var batch = new ArrayList<Waiting<T>>();
        try {
            while (!closed || !queue.isEmpty()) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                write(batch);
                batch.forEach(waiting -> waiting.written().complete(null));
                batch.clear();
            }
        } catch (IOException | RuntimeException e) {
            // What is in memory is now ahead of what is on disk: nothing may be answered any more.
            System.err.println("provider: the log can't be written: " + e);
            closed = true;
            fail(batch, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting<T>> batch) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var waiting : batch) {
            if (waiting.entry().isPresent()) {
                bytes.writeBytes(Json.bytes(waiting.entry().get()));
                bytes.write('\n');
            }
        }
        var buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        file.force(false);
    }

    private void fail(List<Waiting<T>> batch, Exception cause) {
        queue.drainTo(batch);
        batch.forEach(waiting -> waiting.written().completeExceptionally(cause));
    }
}
