package io.jari.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How requests reach us. */
@Singleton
public final class Transport {
    private final ClientAddress address;

    @Inject
    Transport(ClientAddress address) {
        this.address = address;
    }

    /** Whether it came by HTTPS: to us, or to a proxy of ours that says so. What others say about it anybody may. */
    public boolean isSecure(HttpServerRequest request) {
        return request.isSSL()
                || ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) && address.isOfProxy(request));
    }
}
