package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.concert.DateTerms;
import io.jari.console.Consoles;
import io.jari.console.concert.StaffQueuePage.Fields;
import io.jari.console.concert.StaffQueuePage.Figure;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.queue.QueueBodies.LiveBody;
import io.jari.queue.QueueBodies.Opening;
import io.jari.queue.QueueEdits;
import io.jari.queue.QueueRow;
import io.jari.web.Links;
import io.jari.web.Performances;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A date's waiting room, seen and run by the concert's organiser. */
@Path("/staff/concerts/{concertID}/dates/{dateID}/queue")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class StaffQueuePageResource {
    private static final int MOST_LETTERS = 500;

    private final QueueEdits edits;
    private final Performances performances;
    private final Validator validator;
    private final Consoles consoles;
    private final CurrentVisit current;

    public StaffQueuePageResource(
            QueueEdits edits, Performances performances, Validator validator, Consoles consoles, CurrentVisit current) {
        this.edits = edits;
        this.performances = performances;
        this.validator = validator;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.ORGANISER, page = true)
    @Operation(hidden = true)
    public Response room(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        return staff(concertId, dateId, (visit, terms, _) -> page(visit, terms, null, null, 200));
    }

    @POST
    @Access(value = By.ORGANISER, page = true)
    @Path("/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response set(
            @PathParam("concertID") String concertId,
            @PathParam("dateID") String dateId,
            MultivaluedMap<String, String> fields) {
        return staff(concertId, dateId, (visit, terms, actor) -> {
            var form = new Form(fields);
            var read = StaffQueueForm.read(visit.texts(), form, terms.zone(), validator);
            var settings = read.settings();
            if (settings == null) {
                return page(visit, terms, read.fields(), visit.texts().say("room.flawed"), 422);
            }
            try {
                edits.set(actor, terms.concertId(), terms.dateId(), form.maybe("version"), settings);
                return Visit.seeOther(link(terms));
            } catch (Problem problem) {
                return refused(visit, terms, form, problem);
            }
        });
    }

    /** The form again, with what is against it where it belongs. */
    private Response refused(Visit visit, DateTerms terms, Form form, Problem problem) {
        var t = visit.texts();
        var flaws = new HashMap<String, String>();
        if (problem.members().get("errors") instanceof List<?> errors) {
            for (var error : errors) {
                if (error instanceof Problem.Flaw(var pointer, var _)) {
                    flaws.put(pointer.substring(1), t.say("room.too-late"));
                }
            }
        }
        var status = problem.getResponse().getStatus();
        return page(visit, terms, StaffQueueForm.typed(form, flaws), words(t, problem), status);
    }

    @POST
    @Access(value = By.ORGANISER, page = true)
    @Path("/pause")
    @Operation(hidden = true)
    public Response pause(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        return staff(
                concertId,
                dateId,
                (visit, terms, actor) -> done(visit, terms, id -> edits.pause(actor, terms.concertId(), id, true)));
    }

    @POST
    @Access(value = By.ORGANISER, page = true)
    @Path("/resume")
    @Operation(hidden = true)
    public Response resume(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        return staff(
                concertId,
                dateId,
                (visit, terms, actor) -> done(visit, terms, id -> edits.pause(actor, terms.concertId(), id, false)));
    }

    /** Now; or the value that a draw waits for. */
    @POST
    @Access(value = By.ORGANISER, page = true)
    @Path("/opening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response open(
            @PathParam("concertID") String concertId,
            @PathParam("dateID") String dateId,
            MultivaluedMap<String, String> fields) {
        return staff(concertId, dateId, (visit, terms, actor) -> {
            var form = new Form(fields);
            var value = form.maybe("publicValue");
            if (fields.containsKey("publicValue") && (value == null || value.length() > MOST_LETTERS)) {
                return page(visit, terms, null, visit.texts().say("room.flaw.publicValue"), 422);
            }
            return done(visit, terms, id -> edits.open(actor, terms.concertId(), id, new Opening(value)));
        });
    }

    private Response done(Visit visit, DateTerms terms, IntConsumer edit) {
        try {
            edit.accept(terms.dateId());
            return Visit.seeOther(link(terms));
        } catch (Problem problem) {
            var status = problem.getResponse().getStatus();
            if (status == 404) {
                throw problem;
            }
            return page(visit, terms, null, words(visit.texts(), problem), status);
        }
    }

    private interface Work {
        Response of(Visit visit, DateTerms terms, String actor);
    }

    private Response staff(String concertId, String dateId, Work work) {
        var visit = current.get();
        var terms = performances.terms(concertId, dateId);
        return visit.signedIn(link(terms), _ -> {
            var caller = Callers.of(visit.who());
            return work.of(visit.at(visit.here().equals("/") ? link(terms) : visit.here()), terms, caller.actor());
        });
    }

    private static String words(Texts t, Problem problem) {
        var type = ProblemPages.type(problem.getResponse());
        var key = "room." + type;
        return t.has(key)
                ? t.say(key)
                : ProblemPages.words(t, type, problem.getResponse().getStatus());
    }

    /** @param typed null: the settings as they are */
    private Response page(Visit visit, DateTerms terms, @Nullable Fields typed, @Nullable String notice, int status) {
        var t = visit.texts();
        @Nullable QueueRow queue = found(terms);
        var title =
                t.pick(performances.concert(Integer.toString(terms.concertId())).title());
        var page = new StaffQueuePage(
                consoles.concert(visit, Callers.of(visit.who()), terms.concertId(), "room.title"),
                new StaffQueuePage.DateView(
                        link(terms),
                        "/staff" + Links.date(terms),
                        "/v1" + Links.date(terms) + "/queue/live",
                        Links.date(terms) + "/queue",
                        title,
                        Performances.when(t, terms.startsAt(), terms.zone())),
                queue == null ? null : live(t, terms, queue),
                typed == null ? StaffQueueForm.of(queue, terms.zone(), performances.now()) : typed,
                notice,
                typed != null || new Form(visit.query()).maybe("still") != null);
        return Response.status(status).entity(page).build();
    }

    private @Nullable QueueRow found(DateTerms terms) {
        try {
            return edits.find(terms.concertId(), terms.dateId());
        } catch (Problem _) {
            return null;
        }
    }

    private StaffQueuePage.LiveView live(Texts t, DateTerms terms, QueueRow queue) {
        var draw = queue.draw();
        var source = draw == null ? null : draw.publicSource();
        return new StaffQueuePage.LiveView(
                figures(t, terms, edits.live(terms.concertId(), terms.dateId())),
                queue.paused(),
                queue.isOpen(performances.now()),
                draw != null && source != null && draw.frozenAt() != null && draw.drawnAt() == null,
                Objects.requireNonNullElse(source, ""));
    }

    private static List<Figure> figures(Texts t, DateTerms terms, LiveBody live) {
        var wait = live.waitSeconds();
        var soldOut = live.soldOutAt();
        return List.of(
                figure(t, "waiting", Texts.number(live.waiting())),
                figure(t, "inside", Texts.number(live.inside())),
                figure(t, "admittedNotIn", Texts.number(live.admittedNotIn())),
                figure(t, "admittedPerSecond", String.format(Locale.ROOT, "%.1f", live.admittedPerSecond())),
                figure(t, "entered", Texts.number(live.entered())),
                figure(t, "forfeited", Texts.number(live.forfeited())),
                figure(t, "waitSeconds", wait == null ? "–" : String.format(Locale.ROOT, "%.1f", wait)),
                figure(t, "soldOutAt", soldOut == null ? "–" : t.clock(soldOut, terms.zone())));
    }

    private static Figure figure(Texts t, String name, String value) {
        return new Figure(name, t.say("room.figure." + name), value);
    }

    private static String link(DateTerms terms) {
        return "/staff" + Links.date(terms) + "/queue";
    }
}
