package io.jari.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as it can be believed: from who is connected, or, where that is a proxy of ours, from the last of
 * {@code X-Forwarded-For} that is not. What stands before that anybody may have written.
 */
@Singleton
public final class ClientAddress {
    /** Of whoever is connected without an address. */
    private static final long NOWHERE = 0;

    private final IpBlock[] trusted;

    @Inject
    ClientAddress(@ConfigProperty(name = "jari.proxies.trusted") Optional<List<String>> trusted) {
        this(trusted.orElse(List.of()));
    }

    /** @param trusted addresses and blocks of our own proxies */
    ClientAddress(List<String> trusted) {
        this.trusted = trusted.stream().map(String::strip).map(IpBlock::of).toArray(IpBlock[]::new);
    }

    /** A number for the address. Of IPv6 the first half: the other is the household's to choose. */
    public long of(HttpServerRequest request) {
        @Nullable SocketAddress peer = request.remoteAddress();
        if (peer == null) {
            return NOWHERE;
        }
        byte @Nullable [] address = IpBlock.bytes(peer.host()); // kept with the connection; hostAddress() is made anew
        if (address != null && trusted.length > 0 && isTrusted(address)) {
            address = forwarded(address, request.headers().getAll("X-Forwarded-For"));
        }
        return address == null ? NOWHERE : number(address);
    }

    /** Whether one of our own proxies sent it. */
    boolean isOfProxy(HttpServerRequest request) {
        @Nullable SocketAddress peer = request.remoteAddress();
        byte @Nullable [] sender = peer == null ? null : IpBlock.bytes(peer.host());
        return sender != null && isTrusted(sender);
    }

    /** @param headers in the order of the hops, each a list of them */
    byte[] forwarded(byte[] peer, List<String> headers) {
        var last = peer;
        for (var header : headers.reversed()) {
            for (var hop : List.of(header.split(",", -1)).reversed()) {
                byte @Nullable [] address = IpBlock.bytes(withoutPort(hop.strip()));
                if (address == null) {
                    return last;
                }
                last = address;
                if (!isTrusted(address)) {
                    return address;
                }
            }
        }
        return last;
    }

    private static String withoutPort(String hop) {
        var bracket = hop.indexOf(']');
        if (bracket > 0) {
            return hop.substring(0, bracket + 1);
        }
        var colon = hop.indexOf(':');
        return colon > 0 && hop.indexOf('.') < colon && hop.indexOf(':', colon + 1) < 0 ? hop.substring(0, colon) : hop;
    }

    private boolean isTrusted(byte[] address) {
        for (var block : trusted) {
            if (block.holds(address)) {
                return true;
            }
        }
        return false;
    }

    /** No IPv6 address that anybody has begins as IPv4 ones are numbered here. */
    static long number(byte[] address) {
        var number = address.length == 4 ? 0xffffL : 0;
        for (var i = 0; i < Math.min(Long.BYTES, address.length); i++) {
            number = (number << Byte.SIZE) | (address[i] & 0xff);
        }
        return number;
    }
}
