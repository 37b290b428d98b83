package io.jari.account;

import io.jari.db.DatabaseClock;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that programs carry. All that are accepted are in memory, read again every second: nobody who sends one is waited for. */
@ApplicationScoped
public class ApiKeys {
    /** As many are live at most. */
    static final int MOST = 500;

    private static final long PAUSE_MILLIS = 1_000;
    private static final long USE_KEPT_EVERY_MILLIS = Duration.ofMinutes(1).toMillis();

    private final ApiKeyStore store;
    private final Changes changes;
    private final Difference difference;
    private final DatabaseClock clock;
    private final Rounds rounds = new Rounds("api-keys", "API keys are not followed for now", PAUSE_MILLIS, this::turn);
    private volatile Map<TokenHash, Live> live = Map.of();

    ApiKeys(ApiKeyStore store, Changes changes, Difference difference, DatabaseClock clock) {
        this.clock = clock;
        this.store = store;
        this.changes = changes;
        this.difference = difference;
    }

    /** One that is accepted, when it was used last here, and the last use that is written down. */
    private record Live(long keyId, Caller caller, AtomicLong usedAt, AtomicLong keptAt) {
        static Live of(ApiKey key) {
            return new Live(key.keyId(), key.caller(), new AtomicLong(), new AtomicLong());
        }

        boolean isWorthKeeping() {
            return usedAt.get() - keptAt.get() > USE_KEPT_EVERY_MILLIS;
        }
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @PreDestroy
    void stop() {
        rounds.close();
    }

    /** Whose key this is; null when it is nobody's. Never blocks. */
    @Nullable
    Caller caller(String token) {
        var known = live.get(TokenHash.of(token));
        if (known == null) {
            return null;
        }
        known.usedAt().lazySet(clock.now().toEpochMilli());
        return known.caller();
    }

    MadeApiKey make(Caller by, NewApiKey wanted) {
        var grants = wanted.grants();
        var token = ApiKey.freshToken();
        var made = changes.of(by.partition(), by.actor(), change -> {
            ApiKeyStore.lock(change.handle());
            if (ApiKeyStore.live(change.handle()).size() >= MOST) {
                throw Refusal.tooManyKeys();
            }
            var key = ApiKeyStore.insert(change.handle(), wanted.name(), TokenHash.of(token), by.accountId(), grants)
                    .orElseThrow(Refusal::keyNameTaken);
            change.journal("api-key.made", ApiKey.actor(key.keyId()), difference.text(wanted));
            return key;
        });
        know();
        return new MadeApiKey(token, made);
    }

    void revoke(Caller by, long keyId) {
        changes.of(by.partition(), by.actor(), change -> {
            var before = ApiKeyStore.find(change.handle(), keyId).orElseThrow(Refusal::noSuchKey);
            if (ApiKeyStore.revoke(change.handle(), keyId, by.accountId())) {
                var after = ApiKeyStore.find(change.handle(), keyId).orElseThrow();
                change.journal("api-key.revoked", ApiKey.actor(keyId), difference.between(before, after));
            }
            return before;
        });
        know();
    }

    List<ApiKey> listAfter(long keyId, int limit) {
        return store.after(keyId, limit);
    }

    private boolean turn() {
        know();
        keepUse();
        return false;
    }

    private synchronized void know() {
        var before = live;
        var now = new HashMap<TokenHash, Live>();
        store.live().forEach((hash, key) -> {
            var known = before.get(hash);
            now.put(hash, known == null ? Live.of(key) : known);
        });
        live = Map.copyOf(now);
    }

    private record Use(Live key, long atMillis) {}

    /** Now and then, for all at once: no request waits for it. */
    private void keepUse() {
        var uses = live.values().stream()
                .filter(Live::isWorthKeeping)
                .map(key -> new Use(key, key.usedAt().get()))
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        store.used(uses.stream()
                .collect(Collectors.toMap(use -> use.key().keyId(), use -> Instant.ofEpochMilli(use.atMillis()))));
        // Not before: where the database did not answer, the next turn tries again.
        uses.forEach(use -> use.key().keptAt().set(use.atMillis()));
    }
}
