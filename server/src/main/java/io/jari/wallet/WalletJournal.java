package io.jari.wallet;

import io.jari.core.wallet.Decision;

/** What the journal keeps of a transfer: numbers and the other side. All values are safe in JSON as they are. */
final class WalletJournal {
    private WalletJournal() {}

    static String charge(Charge charge) {
        return "{\"amount\":" + charge.amount().minor() + ",\"currency\":\""
                + charge.amount().currency().getCurrencyCode() + "\"}";
    }

    static String posted(Decision.Posted posted) {
        var transfer = posted.transfer();
        return "{\"amount\":" + transfer.amount().minor() + ",\"currency\":\""
                + transfer.amount().currency().getCurrencyCode() + "\",\"counterLedger\":\"" + transfer.counterLedger()
                + "\",\"balanceAfter\":" + posted.balanceAfter() + "}";
    }
}
