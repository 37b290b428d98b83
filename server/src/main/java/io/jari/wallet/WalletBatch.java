package io.jari.wallet;

import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Ledger;
import java.util.ArrayList;
import java.util.List;

/** Decides commands of one account in order, on what was read under its lock. What one command did, the next one finds. */
final class WalletBatch {
    private final WalletState state;
    private final Ledger ledger;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /** A journal row to be. */
    record Entry(String actor, String action, String subject, String body) {}

    /**
     * A transfer to be written.
     *
     * @param seq the place of the entry that tells of it
     */
    record Line(Decision.Posted posted, int seq) {}

    WalletBatch(WalletState state) {
        this.state = state;
        this.ledger = new Ledger(state.balances(), state.transfers());
    }

    WalletAnswer decide(WalletCommand command) {
        return switch (command) {
            case WalletCommand.Post post -> post(post);
        };
    }

    private WalletAnswer post(WalletCommand.Post c) {
        var decision = ledger.post(c.transfer());
        if (decision instanceof Decision.Posted posted && !posted.repeated()) {
            lines.add(new Line(posted, entries.size()));
            entries.add(
                    new Entry(c.actor(), c.transfer().kind().event(), c.transferId(), WalletJournal.posted(posted)));
        }
        return WalletAnswer.of(decision);
    }

    WalletState state() {
        return state;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
