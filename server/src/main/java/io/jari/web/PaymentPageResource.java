package io.jari.web;

import io.jari.account.Caller;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Visit;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentHistory;
import io.jari.payment.Payments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Paying, coming back from a provider's page, and what was paid. */
@Path("/payments")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class PaymentPageResource {
    private static final int MOST = 20;
    private static final Set<String> METHODS = Set.of("card", "wallet");

    private final Payments payments;
    private final PaymentHistory history;
    private final PaymentSteps steps;
    private final PaymentPages pages;
    private final ReservationPages reservations;
    private final HoldPages holds;
    private final WalletPages wallets;
    private final Frames frames;
    private final CurrentVisit current;

    public PaymentPageResource(
            Payments payments,
            PaymentHistory history,
            PaymentSteps steps,
            PaymentPages pages,
            ReservationPages reservations,
            HoldPages holds,
            WalletPages wallets,
            Frames frames,
            CurrentVisit current) {
        this.payments = payments;
        this.history = history;
        this.steps = steps;
        this.pages = pages;
        this.reservations = reservations;
        this.holds = holds;
        this.wallets = wallets;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("cursor") @Nullable String cursor) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var page = history.of(caller, cursor, MOST);
            var next = page.next() == null ? null : "/payments?cursor=" + page.next();
            return Response.ok(pages.list(visit, caller, page.payments(), next)).build();
        });
    }

    /** Leads to where it is paid, however often the button is pressed. */
    @POST
    @Path("/{paymentID}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response pay(@PathParam("paymentID") String id, MultivaluedMap<String, String> fields) {
        var visit = current.get();
        return visit.signedIn(Links.payment(id), caller -> {
            var method = new Form(fields).text("method");
            if (!METHODS.contains(method)) {
                throw Problem.invalid("method", "must be card or wallet").exception();
            }
            return begun(visit, caller, id, PaymentSteps.answer(() -> payments.begin(caller, id, method)));
        });
    }

    /** Where an answer of a beginning leads. */
    private Response begun(Visit visit, Caller caller, String id, Response answer) {
        if (answer.getEntity() instanceof PaymentBody payment) {
            return Visit.seeOther(steps.toPay(visit, caller, payment));
        }
        var now = payments.find(caller, id, 0, null);
        var type = ProblemPages.type(answer);
        if (type.equals("already-paid")) {
            return Visit.seeOther(PaymentSteps.back(now));
        }
        var status = answer.getStatus();
        var notice = ProblemPages.words(visit.texts(), type, status);
        if (now.reservationId() != null) {
            return reservations.page(visit, caller, id, notice, status);
        }
        return now.holdId() == null
                ? wallets.page(visit, caller, wallets.fresh(now.currency(), ""), null, notice, status)
                : holds.page(visit, caller, id, notice, status);
    }

    /** Nobody wants to pay that way any more. */
    @POST
    @Path("/{paymentID}/end")
    @Operation(hidden = true)
    public Response end(@PathParam("paymentID") String id) {
        return current.get().signedIn(Links.payment(id), caller -> {
            var answer = payments.giveUp(caller, id);
            return answer.getEntity() instanceof PaymentBody payment
                    ? Visit.seeOther(PaymentSteps.back(steps.ended(caller, payment)))
                    : answer;
        });
    }

    @GET
    @Path("/{paymentID}")
    @Operation(hidden = true)
    public Response payment(@PathParam("paymentID") String id) {
        return show(id, false);
    }

    /** Here providers send guests. What the address says of the payment is not believed: the provider is asked. */
    @GET
    @Path("/{paymentID}/return")
    @Operation(hidden = true)
    public Response back(@PathParam("paymentID") String id) {
        return show(id, true);
    }

    private Response show(String id, boolean returned) {
        var visit = current.get();
        var caller = visit.caller();
        PaymentBody payment = null;
        try {
            payment = caller.map(c -> payments.find(c, id, 0, null)).orElse(null);
        } catch (Problem nobodysOrAnothers) {
            if (nobodysOrAnothers.getResponse().getStatus() != 404) {
                throw nobodysOrAnothers;
            }
        }
        if (returned) {
            payments.told(id);
        }
        if (payment == null) {
            return stranger(visit);
        }
        var now = returned ? steps.ended(caller.orElseThrow(), payment) : payment;
        return now.status().equals("open") && now.attempts().isEmpty()
                ? Visit.seeOther(PaymentSteps.back(now))
                : pages.page(visit, caller.orElseThrow(), now);
    }

    /** Whoever follows the address: it tells nothing but where to ask. */
    private Response stranger(Visit visit) {
        var t = visit.texts();
        var frame = frames.of(visit, t.say("pay.stranger.title"));
        var page = visit.caller().isEmpty()
                ? new NoticePage(frame, t.say("pay.stranger.words"), frame.signIn(), t.say("menu.sign-in"))
                : new NoticePage(frame, t.say("pay.stranger.another"), "/payments", t.say("payments.title"));
        return Response.status(visit.caller().isEmpty() ? 200 : 404)
                .entity(page)
                .build();
    }
}
