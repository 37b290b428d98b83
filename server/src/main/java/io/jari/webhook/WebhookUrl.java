package io.jari.webhook;

import io.jari.http.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An address that webhooks are sent to. */
record WebhookUrl(URI uri, boolean tls, String host, int port) {
    private static final int MOST_PORT = 65_535;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** @throws Problem where the text is none, or plain where it must not be */
    static WebhookUrl of(String text, boolean plainAllowed) {
        var uri = parse(text);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && plainAllowed)) {
            throw flaw(plainAllowed ? "must begin with https:// or http://" : "must begin with https://");
        }
        var host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw flaw("must name a host, and carry no user and no fragment");
        }
        var port = uri.getPort();
        if (port == 0 || port > MOST_PORT) {
            throw flaw("has no port of 1 to 65535");
        }
        var tls = scheme.equals("https");
        // An IPv6 address stands in brackets.
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new WebhookUrl(uri, tls, name, port > 0 ? port : tls ? HTTPS : HTTP);
    }

    private static URI parse(String text) {
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException _) {
            throw flaw("is no address such as https://example.com/hook");
        }
    }

    static Problem flaw(String says) {
        return Problem.invalid("/url", says).exception();
    }

    /** Path and query, as they stand in a request. */
    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
