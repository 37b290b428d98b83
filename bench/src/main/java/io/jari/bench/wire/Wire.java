package io.jari.bench.wire;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, made before time is taken. */
public record Wire(URI url) {

    public Buffer post(String path, String token, String json) {
        return post(path, token, "", json);
    }

    /** @param header one more, without its line end; or nothing */
    public Buffer post(String path, String token, String header, String json) {
        var headers = (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + (header.isEmpty() ? "" : header + "\r\n")
                + "Content-Type: application/json\r\n";
        return request("POST " + path, url.getAuthority(), headers, json);
    }

    /**
     * @param what method and path
     * @param headers further ones, each with its line end
     */
    public static Buffer request(String what, String authority, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length == 0 && !what.startsWith("POST") ? "" : "Content-Length: " + bytes.length + "\r\n";
        var head = what + " HTTP/1.1\r\nHost: " + authority + "\r\n" + headers + length + "\r\n";
        return Buffer.buffer(head).appendBytes(bytes);
    }
}
