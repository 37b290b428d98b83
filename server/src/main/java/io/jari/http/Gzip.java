package io.jari.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Answers in fewer bytes, for who takes them. */
public final class Gzip {
    public static final String CODING = "gzip";

    private Gzip() {}

    /** @param accepted what {@code Accept-Encoding} says */
    public static boolean taken(@Nullable String accepted) {
        return accepted != null && accepted.contains(CODING);
    }

    public static byte[] of(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
