package io.jari.web;

import io.jari.account.Caller;
import io.jari.board.Board;
import io.jari.board.SeatBoards;
import io.jari.concert.DateTerms;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.seat.HoldBodies.Best;
import io.jari.seat.HoldBodies.HoldBody;
import io.jari.seat.HoldBodies.NewHold;
import io.jari.seat.HoldBodies.RefusedSeat;
import io.jari.seat.Holding;
import io.jari.web.DatePage.PassView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Choosing seats of a date. */
@Path("/concerts/{concertID}/dates/{dateID}")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class DatePageResource {
    private final Performances performances;
    private final SeatPasses passes;
    private final SeatBoards boards;
    private final Holding holding;
    private final DatePages pages;
    private final CurrentVisit current;
    private final QueueCookies cookies;
    private final HttpHeaders sent;

    public DatePageResource(
            Performances performances,
            SeatPasses passes,
            SeatBoards boards,
            Holding holding,
            DatePages pages,
            CurrentVisit current,
            QueueCookies cookies,
            HttpHeaders sent) {
        this.performances = performances;
        this.passes = passes;
        this.boards = boards;
        this.holding = holding;
        this.pages = pages;
        this.current = current;
        this.cookies = cookies;
        this.sent = sent;
    }

    @GET
    @Operation(hidden = true)
    public Response date(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        var visit = current.get();
        var choice = SeatChoice.of(new Form(visit.query())).withFreshKey();
        var terms = performances.terms(concertId, dateId);
        var seen = passes.renewed(visit, terms, kept(terms));
        var page = page(visit, terms, choice, Set.of(), null, seen.view(), 200);
        return seen.cookie() == null
                ? page
                : Response.fromResponse(page).cookie(seen.cookie()).build();
    }

    /** So many side by side, the best there are. */
    @POST
    @Path("/best")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response best(
            @PathParam("concertID") String concertId,
            @PathParam("dateID") String dateId,
            MultivaluedMap<String, String> fields) {
        var choice = SeatChoice.of(new Form(fields));
        return choosing(concertId, dateId, choice, terms -> {
            var category = choice.category().isEmpty() ? null : choice.category();
            return choice.howMany() > terms.mostSeats()
                    ? null
                    : new NewHold(dateId, null, new Best(choice.howMany(), category));
        });
    }

    /** These. */
    @POST
    @Path("/seats")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response seats(
            @PathParam("concertID") String concertId,
            @PathParam("dateID") String dateId,
            MultivaluedMap<String, String> fields) {
        var choice = SeatChoice.of(new Form(fields));
        return choosing(concertId, dateId, choice, terms -> {
            var known = choice.seats().stream()
                    .filter(seat -> seat < terms.seats().size())
                    .map(seat -> terms.seats().get(seat).guid())
                    .toList();
            return known.isEmpty() || known.size() > terms.mostSeats() ? null : new NewHold(dateId, known, null);
        });
    }

    /** @param asked null where nothing, or too much, is chosen */
    private Response choosing(
            String concertId, String dateId, SeatChoice choice, Function<DateTerms, @Nullable NewHold> asked) {
        var visit = current.get();
        var terms = performances.terms(concertId, dateId);
        return visit.signedIn(choice.link(Links.date(terms)), caller -> {
            var request = asked.apply(terms);
            if (request == null) {
                var t = visit.texts();
                var notice = choice.seats().isEmpty()
                        ? t.say("seats.none-chosen")
                        : t.count("seats.limit", terms.mostSeats());
                return again(visit, terms, choice, Set.of(), notice, passes.seen(visit, terms, kept(terms)), 422);
            }
            return hold(visit, caller, terms, choice, request);
        });
    }

    private Response hold(Visit visit, Caller caller, DateTerms terms, SeatChoice choice, NewHold request) {
        var kept = kept(terms);
        var answer = answer(request, choice.key(), kept.pass(), caller);
        if (answer.getEntity() instanceof HoldBody hold) {
            return Visit.seeOther(Links.hold(hold.holdId()));
        }
        var problem = Refusals.members(answer);
        var status = answer.getStatus();
        // Nobody knows what became of it: the same key makes one hold of both.
        var next = status == 503 ? choice : choice.withFreshKey();
        var lost = lost(terms, problem);
        var type = ProblemPages.type(answer);
        var pass = type.startsWith("pass-") ? passes.over(visit, terms, type) : passes.seen(visit, terms, kept);
        var notice = type.startsWith("pass-") ? null : notice(visit.texts(), terms, answer, problem, lost);
        return again(visit, terms, next, lost, notice, pass, status);
    }

    private Response answer(NewHold request, String key, @Nullable String pass, Caller caller) {
        try {
            return holding.hold(request, key, pass, caller).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                return problem.getResponse();
            }
            throw e;
        } catch (Problem problem) {
            return problem.getResponse();
        }
    }

    /** What the browser keeps since its visitor came in from the waiting room. */
    private QueueCookies.Kept kept(DateTerms terms) {
        return cookies.kept(sent, terms.dateId());
    }

    /** What somebody else was quicker to take. */
    private static Set<Integer> lost(DateTerms terms, Map<?, ?> problem) {
        var lost = new LinkedHashSet<Integer>();
        if (problem.get("seats") instanceof List<?> refused) {
            for (var seat : refused) {
                if (seat instanceof RefusedSeat(var guid, var reason) && reason.equals("taken")) {
                    terms.seats().find(guid).ifPresent(lost::add);
                }
            }
        }
        return lost;
    }

    private static String notice(Texts t, DateTerms terms, Response answer, Map<?, ?> problem, Set<Integer> lost) {
        if (!lost.isEmpty()) {
            return t.say("seats.taken", DatePages.names(t, terms.seats(), lost));
        }
        if (problem.get("have") instanceof Integer have && have > 0) {
            return t.count("seats.limit", terms.mostSeats()) + " " + t.count("seats.have", have);
        }
        var type = ProblemPages.type(answer);
        return switch (type) {
            case "seat-limit" -> t.count("seats.limit", terms.mostSeats());
            case "not-on-sale" -> t.say("seats.not-on-sale");
            case "none-together" -> t.say("seats.none-together");
            case "idempotency-key-reused" -> t.say("seats.key-reused");
            default -> ProblemPages.words(t, answer.getStatus() == 503 ? "seats-unknown" : type, answer.getStatus());
        };
    }

    /** The form, in answer to itself. */
    private Response again(
            Visit visit,
            DateTerms terms,
            SeatChoice choice,
            Set<Integer> lost,
            @Nullable String notice,
            @Nullable PassView pass,
            int status) {
        return page(visit.at(choice.link(Links.date(terms))), terms, choice, lost, notice, pass, status);
    }

    private Response page(
            Visit visit,
            DateTerms terms,
            SeatChoice choice,
            Set<Integer> lost,
            @Nullable String notice,
            @Nullable PassView pass,
            int status) {
        return Response.status(status)
                .entity(pages.page(visit, terms, board(terms), choice, lost, notice, pass))
                .build();
    }

    private Board board(DateTerms terms) {
        try {
            return boards.of(terms.dateId())
                    .join()
                    .orElseThrow(() -> Problem.notFound("date").exception());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException) {
                throw Problem.of(503, "overloaded", "Overloaded")
                        .detail("Too many halls are being looked at. Try again in a moment.")
                        .retryAfterMillis(1_000)
                        .exception();
            }
            throw e;
        }
    }
}
