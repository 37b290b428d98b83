package io.jari.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who holds which token. Answers from memory where it can and never blocks the asker. */
@ApplicationScoped
public class Sessions {
    private static final int AGENT_LIMIT = 200;
    static final Duration LIFE = Duration.ofDays(30);
    // Bounds how long a session lives on here when the following of changes fails.
    private static final Duration REREAD_AFTER = Duration.ofMinutes(5);
    private final SessionStore store;
    private final SessionLoads loads;
    private final Cache<TokenHash, CompletableFuture<Optional<Session>>> cache;
    private volatile Tick tick = new Tick(Instant.now(), System.nanoTime());

    Sessions(
            SessionStore store,
            SessionLoads loads,
            @ConfigProperty(name = "jari.sessions.cached", defaultValue = "250000") long cached) {
        this.store = store;
        this.loads = loads;
        this.cache = Caffeine.newBuilder()
                .maximumSize(cached)
                .expireAfterWrite(REREAD_AFTER)
                .build();
    }

    /** A token, shown once. */
    record Begun(String token, Instant expiresAt) {}

    /**
     * Whose token this is; empty when it is unknown, ended or too old. The future is complete already when the
     * answer was in memory, and fails with {@link java.util.concurrent.RejectedExecutionException} when too many
     * others wait for the database.
     */
    public CompletableFuture<Optional<Caller>> caller(String token) {
        return session(token).thenApply(found -> found.map(Session::caller));
    }

    CompletableFuture<Optional<Session>> session(String token) {
        if (!Token.looksRight(token)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        var hash = TokenHash.of(token);
        var known = cache.get(hash, loads::load);
        if (known.isDone() && !known.isCompletedExceptionally() && live(known.join())) {
            return known;
        }
        return known.whenComplete((found, error) -> {
                    if (error != null) {
                        cache.asMap().remove(hash, known);
                    }
                })
                .thenApply(found -> found.filter(s -> s.expiresAt().isAfter(now())));
    }

    /** Empty when what was compared with the password is no longer so. */
    Optional<Begun> begin(AccountStore.Secret compared, @Nullable String userAgent) {
        var token = Token.fresh();
        return store.begin(TokenHash.of(token), compared, LIFE, userAgent).map(expiry -> new Begun(token, expiry));
    }

    void end(Session session) {
        store.end(session.hash(), session.caller().accountId());
        forget(Set.of(session.hash()));
    }

    // What is still being read is forgotten too: it may have been read before the change.
    void forget(Collection<TokenHash> hashes) {
        cache.invalidateAll(hashes);
    }

    void forgetAccounts(Collection<Long> accountIds) {
        if (accountIds.isEmpty()) {
            return;
        }
        cache.asMap().values().removeIf(entry -> {
            if (!entry.isDone() || entry.isCompletedExceptionally()) {
                return true;
            }
            var session = entry.join();
            return session.isPresent()
                    && accountIds.contains(session.get().caller().accountId());
        });
    }

    /** A browser's name as long as it is kept. */
    static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= AGENT_LIMIT ? userAgent : userAgent.substring(0, AGENT_LIMIT);
    }

    void itIsNow(Instant now) {
        tick = new Tick(now, System.nanoTime());
    }

    private boolean live(Optional<Session> found) {
        return found.isEmpty() || found.get().expiresAt().isAfter(now());
    }

    private Instant now() {
        var last = tick;
        return last.at().plusNanos(System.nanoTime() - last.nanos());
    }

    /** The database's time when it was last asked. */
    private record Tick(Instant at, long nanos) {}
}
