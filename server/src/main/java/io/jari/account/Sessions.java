package io.jari.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who holds which token. Answers from memory where it can and never blocks the asker. */
@ApplicationScoped
public class Sessions {
    private static final int MOST_LISTED = 100;
    // Bounds how long a session lives on here when the following of changes fails.
    private static final Duration REREAD_AFTER = Duration.ofMinutes(5);
    private final SessionStore store;
    private final SessionLoads loads;
    private final SeenSessions seen;
    private final SessionRules rules;
    private final Cache<TokenHash, CompletableFuture<Optional<Session>>> cache;
    private volatile Tick tick = new Tick(Instant.now(), System.nanoTime());

    Sessions(
            SessionStore store,
            SessionLoads loads,
            SeenSessions seen,
            SessionRules rules,
            @ConfigProperty(name = "jari.sessions.cached", defaultValue = "250000") long cached) {
        this.store = store;
        this.loads = loads;
        this.seen = seen;
        this.rules = rules;
        this.cache = Caffeine.newBuilder()
                .maximumSize(cached)
                .expireAfterWrite(REREAD_AFTER)
                .build();
    }

    /** A token, shown once. */
    record Begun(String token, Instant expiresAt, Duration life) {

        // Records print their fields, and the token must not reach a log.
        @Override
        public String toString() {
            return "Begun";
        }
    }

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
        if (isRead(known)) {
            var found = known.join();
            if (found.isEmpty()) {
                return known;
            }
            if (live(found.get())) {
                use(found.get());
                return known;
            }
            // Another process may have seen it since.
            cache.asMap().remove(hash, known);
            known = cache.get(hash, loads::load);
        }
        return used(hash, known);
    }

    private CompletableFuture<Optional<Session>> used(TokenHash hash, CompletableFuture<Optional<Session>> read) {
        return read.whenComplete((found, error) -> {
                    if (error != null) {
                        cache.asMap().remove(hash, read);
                    }
                })
                .thenApply(found -> {
                    var live = found.filter(session -> session.expiresAt().isAfter(now()));
                    live.ifPresent(this::use);
                    return live;
                });
    }

    private void use(Session session) {
        var now = now();
        if (session.lastSeen().seen(now)) {
            seen.add(session.hash(), now);
        }
    }

    /** Empty when what was compared with the password is no longer so. The session before ends: its token is another's. */
    Optional<Begun> begin(AccountStore.Secret compared, Arrival arrival, boolean secondFactor) {
        var token = Token.fresh();
        var limits = rules.limits(compared.staff() && arrival.internal());
        var beginning = new SessionStore.Beginning(arrival.internal(), secondFactor, limits, arrival.userAgent());
        var begun = store.begin(TokenHash.of(token), compared, beginning)
                .map(expiry -> new Begun(token, expiry, limits.life()));
        if (begun.isPresent() && arrival.present() != null) {
            end(arrival.present());
        }
        return begun;
    }

    /** How long it lives at most. */
    Duration left(Session session) {
        return Duration.between(now(), session.expiresAt());
    }

    List<OwnSession> of(Session current) {
        return store.of(current.caller().accountId(), current.hash(), MOST_LISTED);
    }

    /** Ends one of the account's; false when it has none of this name. */
    boolean end(Caller caller, long sessionId) {
        var hash = store.named(caller.accountId(), sessionId);
        hash.ifPresent(found -> {
            store.end(found, caller.accountId());
            forget(Set.of(found));
        });
        return hash.isPresent();
    }

    void endOthers(Session current) {
        var accountId = current.caller().accountId();
        store.endOthers(accountId, current.hash());
        forgetAccounts(Set.of(accountId));
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

    void itIsNow(Instant now) {
        tick = new Tick(now, System.nanoTime());
    }

    private static boolean isRead(CompletableFuture<Optional<Session>> known) {
        return known.isDone() && !known.isCompletedExceptionally();
    }

    private boolean live(Session session) {
        var now = now();
        return session.expiresAt().isAfter(now) && !session.lastSeen().idle(now);
    }

    private Instant now() {
        var last = tick;
        return last.at().plusNanos(System.nanoTime() - last.nanos());
    }

    /** The database's time when it was last asked. */
    private record Tick(Instant at, long nanos) {}
}
