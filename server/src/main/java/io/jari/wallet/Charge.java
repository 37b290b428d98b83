package io.jari.wallet;

import io.jari.core.money.Money;
import java.time.Instant;

/** Money on its way into a wallet, once it is paid. */
public record Charge(String chargeId, Money amount, boolean paid, Instant createdAt) {

    static String transferId(String chargeId) {
        return "charge:" + chargeId;
    }

    Charge asPaid() {
        return new Charge(chargeId, amount, true, createdAt);
    }
}
