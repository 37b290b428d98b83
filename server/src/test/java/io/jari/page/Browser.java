package io.jari.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody at a browser without scripts: keeps cookies, follows redirects, checks that every page is well-formed and safe. */
public final class Browser {
    private final URI base;
    private final String language;
    private final HttpClient http;

    public Browser(URI base, String language) {
        this.base = base;
        this.language = language;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    public Html open(String path) {
        return follow(send(request(path).GET().build()));
    }

    /** Stays where the answer is. */
    public HttpResponse<String> answer(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form from one of the site's own pages. */
    public Html submit(String path, Map<String, String> fields) {
        return follow(post(path, fields, base.toString()));
    }

    /** Sends a form as if from a page of this origin, and stays where the answer is. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String origin) {
        var body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", language);
    }

    private Html follow(HttpResponse<String> response) {
        var at = response;
        for (var hops = 0; at.statusCode() == 303 && hops < 5; hops++) {
            at = send(request(at.headers().firstValue("Location").orElseThrow())
                    .GET()
                    .build());
        }
        var page = new Html(
                at.statusCode(),
                at.uri().getRawPath()
                        + (at.uri().getRawQuery() == null ? "" : "?" + at.uri().getRawQuery()),
                at.body());
        page.flaw().ifPresent(flaw -> {
            throw new AssertionError(page.path() + ": " + flaw);
        });
        if (!at.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .startsWith("default-src 'none'; script-src 'self';")) {
            throw new AssertionError(page.path() + " allows foreign content: " + at.headers());
        }
        return page;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
