package io.jari.wallet;

import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Transfer;

/** What the journal keeps of a transfer: numbers and the other side. All values are safe in JSON as they are. */
final class WalletJournal {
    private WalletJournal() {}

    static String charge(Charge charge) {
        return "{\"amount\":" + charge.amount().minor() + ",\"currency\":\""
                + charge.amount().currency().getCurrencyCode() + "\"}";
    }

    static String refused(Transfer transfer, Decision.Insufficient why) {
        return "{" + moved(transfer) + ",\"balance\":" + why.balance() + "}";
    }

    static String posted(Decision.Posted posted) {
        return "{" + moved(posted.transfer()) + ",\"balanceAfter\":" + posted.balanceAfter() + "}";
    }

    private static String moved(Transfer transfer) {
        return "\"amount\":" + transfer.amount().minor() + ",\"currency\":\""
                + transfer.amount().currency().getCurrencyCode() + "\",\"counterLedger\":\"" + transfer.counterLedger()
                + "\"";
    }
}
