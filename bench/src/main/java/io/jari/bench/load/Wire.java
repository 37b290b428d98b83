package io.jari.bench.load;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, made before time is taken. */
record Wire(URI url) {

    Buffer post(String path, String token, String json) {
        return post(path, token, "", json);
    }

    /** @param header one more, without its line end; or nothing */
    Buffer post(String path, String token, String header, String json) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token)
                + (header.isEmpty() ? "" : "\r\n" + header)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        return Buffer.buffer(head).appendBytes(body);
    }
}
