package io.jari.wallet;

import io.jari.account.Caller;
import io.jari.core.commit.Outcome;
import io.jari.core.money.Money;
import io.jari.http.Idempotency;
import io.jari.http.Undecided;
import io.jari.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Money that guests put into their wallets, by card. */
@ApplicationScoped
public class WalletCharges {
    private final Wallets wallets;
    private final ChargeIds ids;
    private final Payments payments;

    WalletCharges(Wallets wallets, ChargeIds ids, Payments payments) {
        this.wallets = wallets;
        this.ids = ids;
        this.payments = payments;
    }

    /**
     * Makes a charge, once for each key, and begins its payment. Blocks like {@link Payments#begin}.
     *
     * @param key the guest's own: the same again is the same charge
     */
    public Response charge(Caller caller, Money amount, String key) {
        var accountId = caller.accountId();
        var chargeId = ids.named(accountId, key);
        var outcome = wallets.submit(accountId, new WalletCommand.MakeCharge(chargeId, amount, caller.actor()))
                .join();
        if (!(outcome instanceof Outcome.Decided<WalletAnswer>(WalletAnswer answer))) {
            return Undecided.of(outcome);
        }
        return switch (answer) {
            case WalletAnswer.Charged(var charge, var repeated) ->
                charge.paid() ? payments.asItStands(caller, chargeId) : payments.begin(caller, chargeId, "card");
            case WalletAnswer.IdReused() -> Idempotency.reused().response();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }
}
