package io.jari.wallet;

import io.jari.core.wallet.Decision;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one account's commands are decided upon. */
final class WalletState {
    private final long accountId;
    private final Map<Currency, Held> wallets = new HashMap<>();
    private final Map<String, Decision.Kept> known = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private long version;

    /** A balance, and the version that left it. */
    record Held(long balance, long version) {}

    WalletState(long accountId) {
        this.accountId = accountId;
    }

    void put(Currency currency, Held held) {
        wallets.put(currency, held);
    }

    void put(String transferId, Decision.Kept answer) {
        known.put(transferId, answer);
    }

    void at(Instant time, long newVersion) {
        now = time;
        version = newVersion;
    }

    long accountId() {
        return accountId;
    }

    Map<Currency, Held> wallets() {
        return wallets;
    }

    Map<Currency, Long> balances() {
        return wallets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().balance()));
    }

    /** Earlier answers to those whose ids are in the batch. */
    Map<String, Decision.Kept> known() {
        return known;
    }

    /** The time of all decisions. */
    Instant now() {
        return now;
    }

    /** Of what will be written. */
    long version() {
        return version;
    }
}
