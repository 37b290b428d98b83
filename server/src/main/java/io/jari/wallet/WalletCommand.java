package io.jari.wallet;

import io.jari.core.wallet.Transfer;

/** What is asked of an account's partition, decided in arrival order. Each may be run again: its transfer's id makes it idempotent. */
public sealed interface WalletCommand {

    /** Under this id its transfer is known. */
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
}
