package io.jari.core.wallet;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One account's balances, one for each currency, while transfers are decided in order. None falls below zero or passes {@link #MOST},
 * currencies never meet, and a transfer moves money once however often it comes.
 */
public final class Ledger {
    /** Most minor units in a wallet, and in one transfer. */
    public static final long MOST = 1_000_000_000_000_000L;

    private final Map<Currency, Long> balances;
    private final Map<String, Decision.Posted> known;
    private final Map<Currency, Long> changed = new LinkedHashMap<>();

    /**
     * @param balances in minor units, 0 where there is none
     * @param known earlier transfers by id, of all that may come again
     */
    public Ledger(Map<Currency, Long> balances, Map<String, Decision.Posted> known) {
        this.balances = new HashMap<>(balances);
        this.known = new HashMap<>(known);
    }

    static boolean isWithin(long minor) {
        return minor >= -MOST && minor <= MOST;
    }

    /** Moves the money, or says why not. */
    public Decision post(Transfer transfer) {
        var before = known.get(transfer.id());
        if (before != null) {
            return before.transfer().equals(transfer)
                    ? new Decision.Posted(transfer, before.balanceAfter(), true)
                    : new Decision.IdReused();
        }
        var currency = transfer.amount().currency();
        long balance = balance(currency);
        long after = Math.addExact(balance, transfer.amount().minor());
        if (after < 0) {
            return new Decision.Insufficient(balance, -transfer.amount().minor());
        }
        if (after > MOST) {
            return new Decision.OverLimit(balance, MOST);
        }
        var posted = new Decision.Posted(transfer, after, false);
        balances.put(currency, after);
        changed.put(currency, after);
        known.put(transfer.id(), posted);
        return posted;
    }

    /** What the wallet holds in a currency, in minor units. */
    public long balance(Currency currency) {
        return balances.getOrDefault(currency, 0L);
    }

    /** The balances that posting left, in minor units, of the currencies it touched. */
    public Map<Currency, Long> changed() {
        return changed;
    }
}
