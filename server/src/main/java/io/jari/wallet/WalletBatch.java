package io.jari.wallet;

import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Ledger;
import io.jari.core.wallet.Transfer;
import java.util.ArrayList;
import java.util.List;

/** Decides commands of one account in order, on what was read under its lock. What one command did, the next one finds. */
final class WalletBatch {
    private final WalletState state;
    private final Ledger ledger;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final ChargeBatch charges;

    /** A journal row to be. */
    record Entry(String actor, String action, String subject, String body) {}

    /**
     * A transfer to be written.
     *
     * @param seq the place of the entry that tells of it
     */
    record Line(Decision.Posted posted, int seq) {}

    /** A payment that is refused for good, to be written. */
    record Refusal(Transfer transfer, Decision.Insufficient why) {}

    WalletBatch(WalletState state, ChargeRows stored) {
        this.state = state;
        this.charges = new ChargeBatch(this, stored);
        this.ledger = new Ledger(state.balances(), state.known());
    }

    WalletAnswer decide(WalletCommand command) {
        return switch (command) {
            case WalletCommand.Post post -> WalletAnswer.of(post(post.transfer(), post.actor()));
            case WalletCommand.MakeCharge make -> charges.make(make);
            case WalletCommand.ChargePayment payment -> charges.decide(payment);
        };
    }

    Decision post(Transfer transfer, String actor) {
        var decision = ledger.post(transfer);
        if (decision instanceof Decision.Posted posted && !posted.repeated()) {
            lines.add(new Line(posted, entries.size()));
            tell(actor, transfer.kind().event(), transfer.id(), WalletJournal.posted(posted));
        }
        if (decision instanceof Decision.Insufficient why
                && !why.repeated()
                && transfer.kind().isDecidedOnce()) {
            refusals.add(new Refusal(transfer, why));
            tell(actor, "wallet.payment_refused", transfer.id(), WalletJournal.refused(transfer, why));
        }
        return decision;
    }

    void tell(String actor, String action, String subject, String body) {
        entries.add(new Entry(actor, action, subject, body));
    }

    ChargeBatch charges() {
        return charges;
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

    List<Refusal> refusals() {
        return refusals;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
