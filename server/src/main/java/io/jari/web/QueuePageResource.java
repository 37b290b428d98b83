package io.jari.web;

import io.jari.account.Caller;
import io.jari.concert.DateTerms;
import io.jari.http.ClientAddress;
import io.jari.http.Problem;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Visit;
import io.jari.queue.JoinLimits;
import io.jari.queue.Joiners;
import io.jari.queue.Queueing;
import io.jari.queue.Queueing.Entered;
import io.jari.queue.Queueing.Joined;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Waiting for a date's seats: to join, to come in, to leave. Works without scripts. */
@Path("/concerts/{concertID}/dates/{dateID}/queue")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class QueuePageResource {
    private static final int BUSY = 503;

    private final Queueing queueing;
    private final Joiners joiners;
    private final JoinLimits limits;
    private final ClientAddress addresses;
    private final QueueCookies cookies;
    private final QueuePages pages;
    private final Performances performances;
    private final CurrentVisit current;
    private final HttpHeaders sent;

    public QueuePageResource(
            Queueing queueing,
            Joiners joiners,
            JoinLimits limits,
            ClientAddress addresses,
            QueueCookies cookies,
            QueuePages pages,
            Performances performances,
            CurrentVisit current,
            HttpHeaders sent) {
        this.queueing = queueing;
        this.joiners = joiners;
        this.limits = limits;
        this.addresses = addresses;
        this.cookies = cookies;
        this.pages = pages;
        this.performances = performances;
        this.current = current;
        this.sent = sent;
    }

    @GET
    @Operation(hidden = true)
    public Response room(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        var visit = current.get();
        var terms = performances.terms(concertId, dateId);
        var kept = cookies.kept(sent, terms.dateId());
        return Response.ok(pages.page(visit, terms, kept, new Form(visit.query()).text("said")))
                .build();
    }

    /** A place in the line, or the one there is. */
    @POST
    @Operation(hidden = true)
    public Response join(
            @PathParam("concertID") String concertId,
            @PathParam("dateID") String dateId,
            @Context HttpServerRequest request) {
        var terms = performances.terms(concertId, dateId);
        var kept = cookies.kept(sent, terms.dateId()).device();
        var device = kept == null ? joiners.newDevice() : kept;
        var refusal = limits.refusal(addresses.of(request), joiners.ofDevice(device));
        if (refusal.isPresent()) {
            return back(terms, refusal.get().exception());
        }
        var caller = current.get().caller().orElse(null);
        try {
            return switch (queueing.join(terms.dateId(), device, caller).join()) {
                case Joined.Place place ->
                    room(terms, cookies.device(device), cookies.place(terms.dateId(), place.token()));
                case Joined.NoQueue _ -> Visit.seeOther(Links.date(terms));
                case Joined.Refused(var why) -> back(terms, why);
            };
        } catch (CompletionException e) {
            return back(terms, problem(e));
        }
    }

    /** In, to the seats. */
    @POST
    @Path("/entry")
    @Operation(hidden = true)
    public Response enter(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        var terms = performances.terms(concertId, dateId);
        return current.get().signedIn(link(terms), caller -> enter(terms, caller));
    }

    private Response enter(DateTerms terms, Caller caller) {
        var kept = cookies.kept(sent, terms.dateId());
        if (kept.token() == null) {
            return room(terms);
        }
        try {
            return switch (queueing.enter(kept.token(), kept.device(), caller).join()) {
                case Entered.Inside inside -> to(Links.date(terms), cookies.pass(inside));
                case Entered.Refused(var why) -> back(terms, why);
            };
        } catch (CompletionException e) {
            return back(terms, problem(e));
        } catch (Problem problem) {
            return back(terms, problem);
        }
    }

    /** Out, so that the next may come. */
    @POST
    @Path("/exit")
    @Operation(hidden = true)
    public Response leave(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        var terms = performances.terms(concertId, dateId);
        return current.get().signedIn(link(terms), caller -> leave(terms, caller));
    }

    private Response leave(DateTerms terms, Caller caller) {
        var kept = cookies.kept(sent, terms.dateId());
        try {
            if (kept.token() != null) {
                queueing.leave(kept.token(), caller).join();
            }
        } catch (CompletionException e) {
            if (problem(e).getResponse().getStatus() >= BUSY) {
                return back(terms, problem(e));
            }
        } catch (Problem _) {
            // what is no place cannot be left
        }
        return to(link(terms) + "?said=left", cookies.noPass(terms.dateId()), cookies.noPlace(terms.dateId()));
    }

    private static Problem problem(CompletionException e) {
        if (e.getCause() instanceof Problem problem) {
            return problem;
        }
        throw e;
    }

    /** To the waiting room, which says why. */
    private Response back(DateTerms terms, Problem why) {
        var status = why.getResponse().getStatus();
        var type = ProblemPages.type(why.getResponse());
        var said = type.equals("full") || type.equals("line-full") ? type : status >= BUSY ? "busy" : type;
        var to = link(terms) + "?said=" + Addresses.encoded(said);
        return switch (type) {
            case "queue-token-invalid", "queue-token-expired", "queue-token-foreign" ->
                to(to, cookies.noPlace(terms.dateId()));
            case "no-queue" -> Visit.seeOther(Links.date(terms));
            default -> to(to);
        };
    }

    private static Response room(DateTerms terms, NewCookie... kept) {
        return to(link(terms), kept);
    }

    private static Response to(String link, NewCookie... kept) {
        return Response.fromResponse(Visit.seeOther(link)).cookie(kept).build();
    }

    private static String link(DateTerms terms) {
        return Links.date(terms) + "/queue";
    }
}
