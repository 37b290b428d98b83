package io.jari.limit;

import io.jari.db.StartRefused;
import io.jari.http.AddressLimit;
import io.jari.http.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What each kind of call is held to. A demo holds nobody to anything unless it is told to: its visitors are one person, a test or a
 * benchmark.
 */
@Singleton
public final class Limits {
    static final String PREFIX = "jari.limits.";

    private final ClientAddress addresses;
    private final Map<Kind, Held> held = new EnumMap<>(Kind.class);
    private final AddressLimit browse;

    private record Held(Rate addressRate, AddressLimit ofAddress, Rate accountRate, AddressLimit ofAccount) {}

    /** @param on whether the limits hold that nothing is said of: as a rule, in production alone */
    @Inject
    Limits(
            ClientAddress addresses,
            Config config,
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.limits.on") Optional<Boolean> on) {
        this(addresses, config, on.orElse(mode.equals("production")));
    }

    Limits(ClientAddress addresses, Config config, boolean on) {
        this.addresses = addresses;
        for (var kind : Kind.values()) {
            var address = rate(config, addressKey(kind), kind.ofAddress(), on);
            var account = rate(config, accountKey(kind), kind.ofAccount(), on);
            held.put(
                    kind,
                    new Held(address, limit(kind.text(), address), account, limit(kind.text() + "-account", account)));
        }
        browse = ofAddress(Kind.BROWSE);
    }

    static String addressKey(Kind kind) {
        return PREFIX + kind.text() + ".address";
    }

    static String accountKey(Kind kind) {
        return PREFIX + kind.text() + ".account";
    }

    private static AddressLimit limit(String name, Rate rate) {
        return new AddressLimit(name, rate.perSecond(), rate.burst());
    }

    private static Rate rate(Config config, String key, Rate usual, boolean on) {
        try {
            return new Rate(
                    config.getOptionalValue(key + ".rate", Double.class).orElse(on ? usual.perSecond() : 0),
                    config.getOptionalValue(key + ".burst", Integer.class).orElse(usual.burst()));
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "%s.rate is a number from 0 (no limit) to 1000000, and %s.burst a whole one from 1"
                            .formatted(key, key),
                    e);
        }
    }

    private Held of(Kind kind) {
        return Objects.requireNonNull(held.get(kind));
    }

    AddressLimit ofAddress(Kind kind) {
        return of(kind).ofAddress;
    }

    AddressLimit ofAccount(Kind kind) {
        return of(kind).ofAccount;
    }

    Rate addressRate(Kind kind) {
        return of(kind).addressRate;
    }

    Rate accountRate(Kind kind) {
        return of(kind).accountRate;
    }

    /** Counts a look that is answered before anything else is asked; false when it is to be refused where others are. */
    public boolean mayBrowse(HttpServerRequest request) {
        return browse.off() || browse.take(addresses.of(request)) >= 0;
    }
}
