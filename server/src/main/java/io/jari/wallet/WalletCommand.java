package io.jari.wallet;

import io.jari.core.money.Money;
import io.jari.core.payment.PaymentEvent;
import io.jari.core.wallet.Transfer;

/** What is asked of an account's partition, decided in arrival order. Each may be run again: its transfer's id makes it idempotent. */
public sealed interface WalletCommand {

    /** Under this id its transfer, if it comes to one, is known. */
    String transferId();

    /**
     * Move money.
     *
     * @param actor who is journaled: account:ID, system, or a job's name
     */
    record Post(Transfer transfer, String actor) implements WalletCommand {
        @Override
        public String transferId() {
            return transfer.id();
        }
    }

    /** What is done to a charge. */
    sealed interface OfCharge extends WalletCommand {
        String chargeId();

        String actor();

        @Override
        default String transferId() {
            return Charge.transferId(chargeId());
        }
    }

    /** Make a charge, to be paid through a provider. */
    record MakeCharge(String chargeId, Money amount, String actor) implements OfCharge {}

    /** Something happened to a charge's payment. */
    record ChargePayment(String chargeId, PaymentEvent event, String actor) implements OfCharge {}
}
