package io.jari.account;

import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often somebody may be wrong, counted in the database, so by all processes together. After some free tries each wrong one
 * costs a longer wait, up to a minute: nobody guesses far, and nobody keeps another out for long. A browser that has signed in to an
 * account before is counted on its own, so that others' tries at it don't keep it out at all.
 */
@ApplicationScoped
class SignInTries {
    private static final int ADDRESS_TRIES = 50;
    private static final TryStore.Pace CODE = new TryStore.Pace(5, 5, 300);
    private static final int LONGEST_SECONDS = 60;
    private final TryStore store;
    private final KnownDevices devices;
    private final KeyedHash names;
    private final TryStore.Pace account;
    private final TryStore.Pace address;

    @Inject
    SignInTries(
            TryStore store,
            KnownDevices devices,
            Secret secret,
            @ConfigProperty(name = "jari.sign-in.free-tries", defaultValue = "10") int freeTries) {
        this.store = store;
        this.devices = devices;
        this.names = new KeyedHash(secret.derive("sign-in tries"));
        this.account = new TryStore.Pace(freeTries, 1, LONGEST_SECONDS);
        this.address = new TryStore.Pace(Math.max(ADDRESS_TRIES, freeTries), 1, LONGEST_SECONDS);
    }

    /**
     * A try under way.
     *
     * @param waitMillis 0 when it may be made
     */
    record Attempt(long waitMillis, byte[] account, byte[] address) {}

    Attempt begin(String email, Arrival arrival) {
        var lower = email.toLowerCase(Locale.ROOT);
        var device = devices.known(arrival.knownDevice(), lower);
        var byAccount = device.isEmpty() ? name("account", lower) : name("device", device.get());
        var byAddress = name("address", Long.toHexString(arrival.address()));
        var wait = store.waitMillis(byAddress);
        if (wait == 0) {
            wait = store.begin(byAccount, account);
        }
        return new Attempt(wait, byAccount, byAddress);
    }

    void wasRight(Attempt attempt) {
        store.forget(attempt.account());
        store.oneLess(attempt.address());
    }

    void wasWrong(Attempt attempt) {
        store.oneMore(attempt.address(), address);
    }

    /** 0 when a code of this account may be tried, else so long until one may. */
    long beginCode(long accountId) {
        return store.begin(name("code", Long.toString(accountId)), CODE);
    }

    void codeWasRight(long accountId) {
        store.forget(name("code", Long.toString(accountId)));
    }

    /** Whoever reads the table learns nobody's address from it. */
    private byte[] name(String kind, String text) {
        return names.of(kind + '\n' + text);
    }
}
