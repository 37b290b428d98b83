package io.jari.wallet;

import io.jari.account.Caller;
import io.jari.account.OpenAccounts;
import io.jari.core.commit.Outcome;
import io.jari.core.money.Money;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.http.Idempotency;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import io.jari.wallet.WalletBodies.CreditBody;
import io.jari.wallet.WalletBodies.NewCredit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;

/** Credits given by administrators, out of goodwill. */
@ApplicationScoped
class WalletCredits {
    private static final String LEDGER = "house:goodwill";

    private final Wallets wallets;
    private final OpenAccounts accounts;

    WalletCredits(Wallets wallets, OpenAccounts accounts) {
        this.wallets = wallets;
        this.accounts = accounts;
    }

    /** The key names the transfer, so that it is made once without a second store of answers. */
    CompletableFuture<Response> give(Caller caller, long accountId, String key, NewCredit credit) {
        if (!accounts.has(accountId)) {
            throw Problem.notFound("account").exception();
        }
        var transfer = new Transfer(
                "credit:" + Idempotency.name(caller.actor(), key),
                TransferKind.CREDIT,
                Money.of(credit.amount(), credit.currency()),
                LEDGER,
                credit.reason());
        return wallets.submit(accountId, new WalletCommand.Post(transfer, caller.actor()))
                .thenApply(WalletCredits::response);
    }

    private static Response response(Outcome<WalletAnswer> outcome) {
        if (!(outcome instanceof Outcome.Decided<WalletAnswer>(WalletAnswer answer))) {
            return Undecided.of(outcome);
        }
        return switch (answer) {
            case WalletAnswer.Posted(var transfer, var balanceAfter, var repeated) -> {
                var response = Response.status(201).entity(body(transfer, balanceAfter));
                if (repeated) {
                    response.header("Idempotent-Replayed", "true");
                }
                yield response.build();
            }
            case WalletAnswer.IdReused() -> Idempotency.reused().response();
            case WalletAnswer.OverLimit(var balance, var most) ->
                Problem.of(409, "wallet-full", "The wallet would hold too much")
                        .detail("A wallet may hold %d minor units; it holds %d.".formatted(most, balance))
                        .with("balance", balance)
                        .with("most", most)
                        .response();
            case WalletAnswer.Insufficient _,
                    WalletAnswer.Charged _,
                    WalletAnswer.OfPayment _,
                    WalletAnswer.NoCharge _ -> throw new IllegalStateException("a credit takes nothing: " + answer);
        };
    }

    private static CreditBody body(Transfer transfer, long balanceAfter) {
        return new CreditBody(
                transfer.id(),
                transfer.amount().minor(),
                transfer.amount().currency().getCurrencyCode(),
                transfer.subject(),
                balanceAfter);
    }
}
