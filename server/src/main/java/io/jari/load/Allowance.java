package io.jari.load;

import io.jari.core.commit.Outcome;
import io.jari.core.wallet.Transfer;
import io.jari.wallet.WalletAnswer;
import io.jari.wallet.WalletCommand;
import io.jari.wallet.Wallets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The same money for many. Who has it already gets none. */
record Allowance(Wallets wallets, Transfer transfer, String actor) {
    /** Each takes as long as a command may wait. */
    private static final int MOST_ROUNDS = 20;

    /** Fewer than may wait for their commit. */
    private static final int AT_ONCE = 4_000;

    void give(List<Long> accounts) {
        for (var from = 0; from < accounts.size(); from += AT_ONCE) {
            giveThese(accounts.subList(from, Math.min(accounts.size(), from + AT_ONCE)));
        }
    }

    /** Asks again where the database was too busy. */
    private void giveThese(List<Long> accounts) {
        var left = accounts;
        for (var round = 1; !left.isEmpty(); round++) {
            var asked = new LinkedHashMap<Long, CompletableFuture<Outcome<WalletAnswer>>>();
            left.forEach(id -> asked.put(id, wallets.submit(id, new WalletCommand.Post(transfer, actor))));
            asked.values().removeIf(Allowance::isPosted);
            if (!asked.isEmpty() && round == MOST_ROUNDS) {
                throw new IllegalStateException("somebody got no money: "
                        + asked.values().iterator().next().join());
            }
            left = List.copyOf(asked.keySet());
        }
    }

    private static boolean isPosted(CompletableFuture<Outcome<WalletAnswer>> answer) {
        var outcome = answer.join();
        if (outcome instanceof Outcome.Decided<WalletAnswer>(WalletAnswer said)
                && !(said instanceof WalletAnswer.Posted)) {
            throw new IllegalStateException("somebody may have no money: " + said);
        }
        return outcome instanceof Outcome.Decided;
    }
}
