package io.jari.wallet;

import io.jari.core.money.Money;
import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payable;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.Refund;
import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.payment.PaymentChange;
import io.jari.payment.PaymentKey;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The charges of one account in a batch: the money is in the wallet in the transaction that knows it captured. */
final class ChargeBatch {
    private final WalletBatch wallet;
    private final ChargeRows stored;
    private final Map<String, Charge> changed = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();

    ChargeBatch(WalletBatch wallet, ChargeRows stored) {
        this.wallet = wallet;
        this.stored = stored;
    }

    WalletAnswer make(WalletCommand.MakeCharge c) {
        var before = charge(c.chargeId());
        if (before != null) {
            return before.amount().equals(c.amount())
                    ? new WalletAnswer.Charged(before, true)
                    : new WalletAnswer.IdReused();
        }
        var now = wallet.state().now().truncatedTo(ChronoUnit.MICROS);
        var charge = new Charge(c.chargeId(), c.amount(), false, now);
        changed.put(c.chargeId(), charge);
        wallet.tell(c.actor(), "wallet.charge_made", c.chargeId(), WalletJournal.charge(charge));
        return new WalletAnswer.Charged(charge, false);
    }

    WalletAnswer decide(WalletCommand.ChargePayment c) {
        var charge = charge(c.chargeId());
        if (charge == null) {
            return new WalletAnswer.NoCharge();
        }
        var decision = payment(c.chargeId()).on(c.event(), new Paying(charge, c.actor()));
        if (decision instanceof PaymentDecision.Stands stands && stands.changed()) {
            payments.put(c.chargeId(), stands.payment());
            var currency = charge.amount().currency().getCurrencyCode();
            stands.notes()
                    .forEach(note ->
                            wallet.tell(c.actor(), note.action(), c.chargeId(), PaymentChange.journal(note, currency)));
        }
        return new WalletAnswer.OfPayment(decision, payment(c.chargeId()), changed.getOrDefault(c.chargeId(), charge));
    }

    private @Nullable Charge charge(String chargeId) {
        var mine = changed.get(chargeId);
        return mine != null ? mine : stored.charges().get(key(chargeId));
    }

    private Payment payment(String chargeId) {
        var mine = payments.get(chargeId);
        return mine != null ? mine : stored.payments().of(key(chargeId));
    }

    private PaymentKey key(String chargeId) {
        return ChargeRows.key(wallet.state().accountId(), chargeId);
    }

    List<Charge> changed() {
        return List.copyOf(changed.values());
    }

    List<PaymentChange> payments() {
        var changes = new ArrayList<PaymentChange>();
        payments.forEach((id, payment) -> {
            var charge = Objects.requireNonNull(charge(id));
            changes.add(new PaymentChange(
                    key(id),
                    wallet.state().accountId(),
                    charge.amount().currency().getCurrencyCode(),
                    stored.payments().of(key(id)),
                    payment));
        });
        return changes;
    }

    /** A charge as a payment meets it. */
    private final class Paying implements Payable {
        private final Charge charge;
        private final String actor;

        Paying(Charge charge, String actor) {
            this.charge = charge;
            this.actor = actor;
        }

        @Override
        public Standing standing() {
            return charge.paid() ? Standing.PAID : Standing.WAITING;
        }

        @Override
        public long total() {
            return charge.amount().minor();
        }

        @Override
        public void extend() {
            // A charge holds nothing.
        }

        @Override
        public boolean take(Attempt by) {
            if (charge.paid()) {
                return false;
            }
            var transfer = new Transfer(
                    Charge.transferId(charge.chargeId()),
                    TransferKind.CHARGE,
                    charge.amount(),
                    "provider:" + by.provider(),
                    charge.chargeId());
            var posted = wallet.post(transfer, actor) instanceof Decision.Posted;
            if (posted) {
                changed.put(charge.chargeId(), charge.asPaid());
            }
            return posted;
        }

        /** Out of the wallet again, in the same transaction; what was spent cannot go back to the card. */
        @Override
        public boolean takeBack(Refund refund, Attempt from) {
            var transfer = new Transfer(
                    Charge.transferId(charge.chargeId()) + "-r" + refund.n(),
                    TransferKind.REVERSAL,
                    Money.of(-refund.amount(), charge.amount().currency().getCurrencyCode()),
                    "provider:" + from.provider(),
                    charge.chargeId());
            return wallet.post(transfer, actor) instanceof Decision.Posted;
        }
    }
}
