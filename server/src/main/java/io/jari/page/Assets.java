package io.jari.page;

import io.jari.http.Gzip;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Style sheets, modules and pictures, served from memory. All stand under one folder named by what is in all of them, so that modules find one
 * another by relative addresses and everything may be kept for ever: another version has another folder.
 */
@Singleton
public final class Assets {
    static final List<String> NAMES = List.of(
            "console.css",
            "console.js",
            "date-live.js",
            "date-seats.js",
            "door-link.js",
            "door-list.css",
            "door.css",
            "door.js",
            "hall.js",
            "jari.css",
            "jari.svg",
            "new-date.js",
            "opening.js",
            "page.js",
            "pass.js",
            "pay.js",
            "places.js",
            "plans.js",
            "queue.js",
            "seat-map.js",
            "seat-paint.js",
            "staff-queue.js");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    /** Beside what else the router knows, after the filters. */
    private static final int AFTER_FILTERS = 500;

    private final Map<String, Asset> all;
    private final String folder;

    private record Asset(String type, Buffer plain, Buffer gzip) {}

    Assets() {
        var bytes = new TreeMap<String, byte[]>();
        NAMES.forEach(name -> bytes.put(name, read(name)));
        var hash = sha256();
        bytes.values().forEach(hash::update);
        folder = "/assets/" + HexFormat.of().formatHex(hash.digest(), 0, 6);
        all = bytes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> asset(e.getKey(), e.getValue())));
    }

    void register(@Observes Router router) {
        router.getWithRegex("/assets/[0-9a-f]+/[a-z0-9-]+\\.[a-z]+")
                .order(AFTER_FILTERS)
                .handler(this::send);
        router.headWithRegex("/assets/[0-9a-f]+/[a-z0-9-]+\\.[a-z]+")
                .order(AFTER_FILTERS)
                .handler(this::send);
    }

    /** Where those of this version are, without a slash at the end. */
    public String folder() {
        return folder;
    }

    private void send(RoutingContext context) {
        var path = context.request().path();
        var asset = all.get(path.substring(path.lastIndexOf('/') + 1));
        if (asset == null) {
            context.next();
            return;
        }
        var zip = Gzip.taken(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        var body = zip ? asset.gzip() : asset.plain();
        var response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
                // A page of another version is answered as well as can be, and asks again the next time.
                .putHeader(HttpHeaders.CACHE_CONTROL, path.startsWith(folder + "/") ? FOREVER : "no-cache")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (zip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private static Asset asset(String name, byte[] plain) {
        var type = Objects.requireNonNull(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), name);
        return new Asset(type, Buffer.buffer(plain), Buffer.buffer(Gzip.of(plain)));
    }

    private static byte[] read(String name) {
        try (var stream = Objects.requireNonNull(Assets.class.getResourceAsStream("/assets/" + name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
