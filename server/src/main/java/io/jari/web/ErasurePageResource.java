package io.jari.web;

import io.jari.account.Door;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.privacy.OwnDataResource;
import io.jari.privacy.PrivacyBodies.Kept;
import io.jari.privacy.PrivacyBodies.Obstacle;
import io.jari.privacy.PrivacyBodies.OwnErasure;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Erasing one's own data. */
@Path(ErasurePageResource.PATH)
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class ErasurePageResource {
    static final String PATH = AccountPages.PATH + "/erasure";
    private static final String BALANCE = "balance";
    private final OwnDataResource data;
    private final Door door;
    private final Frames frames;
    private final CurrentVisit current;

    ErasurePageResource(OwnDataResource data, Door door, Frames frames, CurrentVisit current) {
        this.data = data;
        this.door = door;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response ask() {
        var visit = current.get();
        return visit.signedIn(_ -> page(visit, null, null, 200));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response erase(MultivaluedMap<String, String> fields) {
        var visit = current.get().at(PATH);
        var wanted = new OwnErasure(
                SignInPageResource.password(fields),
                new Form(fields).text("forfeit").equals("yes"));
        return visit.signedIn(_ -> {
            try {
                data.erase(visit.who(), wanted);
            } catch (Problem problem) {
                return refused(visit, problem);
            }
            // Signed out, or the page that tells it would greet whoever is no longer known.
            return Response.fromResponse(SignInPageResource.with(PATH + "/done", door.signOut(visit.who())))
                    .header(Door.CLEAR, Door.CLEARED)
                    .build();
        });
    }

    private Response refused(Visit visit, Problem problem) {
        var t = visit.texts();
        return ProblemPages.type(problem.getResponse()).equals("erasure-obstacles")
                ? page(visit, null, t.say("erasure.not-yet"), 409)
                : page(visit, PasswordPages.wrong(t, problem), null, PasswordPages.status(problem));
    }

    /** For whoever was just erased; who is signed in was not. */
    @GET
    @Path("/done")
    @Operation(hidden = true)
    public Response done() {
        var visit = current.get();
        var t = visit.texts();
        if (visit.caller().isPresent()) {
            return Visit.seeOther(PATH);
        }
        var frame = frames.of(visit, t.say("erasure.done.title"));
        return Response.ok(new NoticePage(frame, t.say("erasure.done"), "/", t.say("problem.home")))
                .build();
    }

    private Response page(Visit visit, @Nullable String flaw, @Nullable String notice, int status) {
        var t = visit.texts();
        var outlook = data.outlook(visit.who());
        return Response.status(status)
                .entity(new ErasurePage(
                        frames.of(visit, t.say("erasure.title")),
                        outlook.obstacles().stream()
                                .filter(o -> !o.what().equals(BALANCE))
                                .map(o -> obstacle(t, o))
                                .toList(),
                        outlook.obstacles().stream()
                                .filter(o -> o.what().equals(BALANCE))
                                .map(o -> balance(t, o))
                                .toList(),
                        outlook.kept().stream().map(k -> kept(t, k)).toList(),
                        flaw,
                        notice))
                .build();
    }

    private static ErasurePage.Obstacle obstacle(Texts t, Obstacle obstacle) {
        var link = switch (obstacle.what()) {
            case "stay" -> Links.reservation(obstacle.id());
            case "seats" -> Links.hold(obstacle.id());
            case "payment", "refund" -> Links.payment(obstacle.id());
            default -> null;
        };
        return new ErasurePage.Obstacle(t.say("erasure.obstacle." + obstacle.what()), link);
    }

    /** Of minor units and a currency. */
    private static String balance(Texts t, Obstacle obstacle) {
        var parts = obstacle.id().split(" ", 2);
        return t.money(Long.parseLong(parts[0]), parts[1]);
    }

    private static ErasurePage.Kept kept(Texts t, Kept kept) {
        return new ErasurePage.Kept(
                t.say("erasure.kept." + kept.what(), Texts.number(kept.count())),
                t.say("erasure.kept.until", t.date(kept.until())));
    }
}
