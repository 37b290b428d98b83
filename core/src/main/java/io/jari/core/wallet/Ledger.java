package io.jari.core.wallet;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One account's balances, one for each currency, while transfers are decided in order. None falls below zero or passes {@link #MOST},
 * currencies never meet, and a transfer moves money once however often it comes. A payment is decided once: what was refused for want of
 * money stays refused under its id, so that two who ask for it, one before and one after money came in, hear the same.
 */
public final class Ledger {
    /** Most minor units in a wallet, and in one transfer. */
    public static final long MOST = 1_000_000_000_000_000L;

    private final Map<Currency, Long> balances;
    private final Map<String, Decision.Kept> known;
    private final Map<Currency, Long> changed = new LinkedHashMap<>();

    /**
     * @param balances in minor units, 0 where there is none
     * @param known earlier answers by the transfer's id, of all that may come again
     */
    public Ledger(Map<Currency, Long> balances, Map<String, ? extends Decision.Kept> known) {
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
            return again(transfer, before);
        }
        var currency = transfer.amount().currency();
        long balance = balance(currency);
        long after = Math.addExact(balance, transfer.amount().minor());
        if (after < 0) {
            return refuse(
                    transfer,
                    new Decision.Insufficient(balance, -transfer.amount().minor(), false));
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

    private static Decision again(Transfer transfer, Decision.Kept before) {
        return switch (before) {
            case Decision.Posted(var earlier, var balanceAfter, var _) ->
                earlier.equals(transfer) ? new Decision.Posted(transfer, balanceAfter, true) : new Decision.IdReused();
            case Decision.Insufficient(var balance, var needed, var _) ->
                new Decision.Insufficient(balance, needed, true);
        };
    }

    private Decision refuse(Transfer transfer, Decision.Insufficient refused) {
        if (transfer.kind().isDecidedOnce()) {
            known.put(transfer.id(), refused);
        }
        return refused;
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
