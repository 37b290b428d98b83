package io.jari.wallet;

import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Transfer;

/** What became of a {@link WalletCommand}: expected refusals are values. All amounts are minor units. */
public sealed interface WalletAnswer {

    /** The money has moved; {@code repeated} when it had before, and this is the first answer again. */
    record Posted(Transfer transfer, long balanceAfter, boolean repeated) implements WalletAnswer {}

    /** The wallet holds less than is needed, or held when it was first asked for. */
    record Insufficient(long balance, long needed) implements WalletAnswer {}

    /** The wallet would hold more than it may. */
    record OverLimit(long balance, long most) implements WalletAnswer {}

    /** The id was used for another transfer. */
    record IdReused() implements WalletAnswer {}

    /** The charge is there, now or before. */
    record Charged(Charge charge, boolean repeated) implements WalletAnswer {}

    /** What an event of a charge's payment led to. */
    record OfPayment(PaymentDecision decision, Payment payment, Charge charge) implements WalletAnswer {}

    /** There is no such charge. */
    record NoCharge() implements WalletAnswer {}

    static WalletAnswer of(Decision decision) {
        return switch (decision) {
            case Decision.Posted(var transfer, var balanceAfter, var repeated) ->
                new Posted(transfer, balanceAfter, repeated);
            case Decision.Insufficient(var balance, var needed, var _) -> new Insufficient(balance, needed);
            case Decision.OverLimit(var balance, var most) -> new OverLimit(balance, most);
            case Decision.IdReused() -> new IdReused();
        };
    }
}
