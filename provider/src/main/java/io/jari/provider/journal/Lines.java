package io.jari.provider.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Reads a file line by line, in bytes, knowing where the last whole line ends. */
final class Lines {
    private static final int CHUNK = 1 << 16;

    interface Reader {
        void line(byte[] bytes) throws IOException;
    }

    private final FileChannel file;
    private byte[] chunk = new byte[CHUNK];
    private int filled;
    private long whole;
    private long count;

    Lines(FileChannel file) {
        this.file = file;
    }

    /** Gives the length in bytes of all lines that have an end. */
    long read(Reader reader) throws IOException {
        while (fill()) {
            var start = 0;
            for (var at = 0; at < filled; at++) {
                if (chunk[at] == '\n') {
                    hand(reader, Arrays.copyOfRange(chunk, start, at));
                    start = at + 1;
                }
            }
            whole += start;
            System.arraycopy(chunk, start, chunk, 0, filled - start);
            filled -= start;
        }
        return whole;
    }

    private boolean fill() throws IOException {
        if (filled == chunk.length) {
            chunk = Arrays.copyOf(chunk, 2 * chunk.length);
        }
        var read = file.read(ByteBuffer.wrap(chunk, filled, chunk.length - filled), whole + filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    private void hand(Reader reader, byte[] line) throws IOException {
        count++;
        try {
            reader.line(line);
        } catch (IOException e) {
            throw new IOException("Line " + count + " of the log can't be read: it was changed by something else", e);
        }
    }
}
