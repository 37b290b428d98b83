package io.jari.core.queue;

import java.nio.ByteBuffer;

/** Who has a place in a line, told from others by 16 bytes that mean nothing to anybody but the house. */
public record Joiner(long high, long low) {
    public static final int BYTES = 16;

    /** @param bytes 16 or more; what follows is left */
    public static Joiner of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new Joiner(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }
}
