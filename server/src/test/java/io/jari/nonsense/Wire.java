package io.jari.nonsense;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One connection to a listener that takes any bytes: proper clients refuse to send what is wrong. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI to;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(URI to) {
        this.to = to;
    }

    /** On the connection of the last request where that is still there; a server may have closed it meanwhile. */
    Answer send(Request request) throws IOException {
        if (socket != null) {
            try {
                return exchange(request);
            } catch (IOException e) {
                close();
            }
        }
        return exchange(request);
    }

    private Answer exchange(Request request) throws IOException {
        write(request.bytes());
        var answer = read(request.method().equals("HEAD"));
        if (answer.header("connection").equalsIgnoreCase("close") || endless(answer.headers())) {
            close();
        }
        return answer;
    }

    /** What is refused before its end is answered all the same. */
    void write(byte[] bytes) throws IOException {
        var open = socket == null ? open() : socket;
        try {
            open.getOutputStream().write(bytes);
        } catch (IOException e) {
            if (open.isClosed()) {
                throw e;
            }
        }
    }

    private Socket open() throws IOException {
        var opened = new Socket(to.getHost(), to.getPort());
        opened.setSoTimeout(PATIENCE_MILLIS);
        opened.setTcpNoDelay(true);
        socket = opened;
        in = new BufferedInputStream(opened.getInputStream());
        return opened;
    }

    Answer read(boolean bodiless) throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (status == 100) {
            return read(bodiless);
        }
        var without = bodiless || status == 204 || status == 304;
        return new Answer(status, headers, without || endless(headers) ? new byte[0] : unpacked(headers));
    }

    private byte[] unpacked(Map<String, String> headers) throws IOException {
        var body = body(headers);
        if (!headers.getOrDefault("content-encoding", "").equals("gzip")) {
            return body;
        }
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return packed.readAllBytes();
        }
    }

    /** Events go on until somebody closes. */
    private static boolean endless(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks();
        }
        var length = headers.get("content-length");
        return length == null ? stream().readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = stream().readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = stream().read(); next != '\n'; next = stream().read()) {
            if (next < 0) {
                throw new EOFException(line.size() == 0 ? "no answer" : "the answer ends within its head");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private InputStream stream() throws IOException {
        if (in == null) {
            throw new IOException("not connected");
        }
        return in;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // It is gone, which was wanted.
        }
        socket = null;
        in = null;
    }
}
