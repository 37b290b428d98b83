package io.jari.web;

import io.jari.account.Caller;
import io.jari.core.money.Money;
import io.jari.core.wallet.Ledger;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Visit;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.wallet.WalletCharges;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One's own wallet. */
@Path("/wallet")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class WalletPageResource {
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9.,]{1,24}");

    private final WalletCharges charges;
    private final WalletPages pages;
    private final PaymentSteps steps;
    private final CurrentVisit current;

    public WalletPageResource(WalletCharges charges, WalletPages pages, PaymentSteps steps, CurrentVisit current) {
        this.charges = charges;
        this.pages = pages;
        this.steps = steps;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response wallet(@QueryParam("cursor") @Nullable String cursor) {
        var visit = current.get();
        var asked = new Form(visit.query());
        var amount = asked.text("amount");
        var form = pages.fresh(asked.text("currency"), AMOUNT.matcher(amount).matches() ? amount : "");
        return visit.signedIn(caller -> pages.page(visit, caller, form, cursor, null, 200));
    }

    @POST
    @Path("/charges")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response charge(MultivaluedMap<String, String> fields) {
        var visit = current.get();
        return visit.signedIn("/wallet", caller -> charge(visit, caller, new Form(fields)));
    }

    private Response charge(Visit visit, Caller caller, Form form) {
        var currency = form.text("currency");
        var key = form.text("key");
        if (!WalletPages.takes(currency) || !KEY.matcher(key).matches()) {
            throw Problem.invalid("currency", "must come from the wallet's own form")
                    .exception();
        }
        var amount = amount(form.text("amount"), currency);
        if (amount.isEmpty()) {
            var flawed = pages.flawed(visit.texts(), currency, form.text("amount"), key);
            return pages.page(visit, caller, flawed, null, null, 422);
        }
        return charge(visit, caller, amount.get(), key);
    }

    private static Optional<Money> amount(String text, String currency) {
        return Money.parse(text, Currency.getInstance(currency))
                .filter(money -> money.minor() > 0 && money.minor() <= Ledger.MOST);
    }

    private Response charge(Visit visit, Caller caller, Money amount, String key) {
        var answer = PaymentSteps.answer(() -> charges.charge(caller, amount, key));
        if (answer.getEntity() instanceof PaymentBody payment) {
            return Visit.seeOther(steps.toPay(visit, caller, payment));
        }
        var notice = ProblemPages.words(visit.texts(), ProblemPages.type(answer), answer.getStatus());
        var currency = amount.currency().getCurrencyCode();
        return pages.page(visit, caller, pages.fresh(currency, ""), null, notice, answer.getStatus());
    }
}
