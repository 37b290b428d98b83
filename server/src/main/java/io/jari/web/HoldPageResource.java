package io.jari.web;

import io.jari.account.Caller;
import io.jari.page.CurrentVisit;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Visit;
import io.jari.seat.Holding;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Seats that somebody chose: to pay, to keep a little longer, to give back. */
@Path("/holds/{holdID}")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class HoldPageResource {
    private final Holding holding;
    private final HoldPages pages;
    private final Frames frames;
    private final CurrentVisit current;

    public HoldPageResource(Holding holding, HoldPages pages, Frames frames, CurrentVisit current) {
        this.holding = holding;
        this.pages = pages;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response hold(@PathParam("holdID") String id) {
        var visit = current.get();
        return visit.signedIn(caller -> pages.page(visit, caller, id, null, 200));
    }

    @POST
    @Path("/extension")
    @Operation(hidden = true)
    public Response extend(@PathParam("holdID") String id) {
        var visit = current.get();
        return visit.signedIn(
                Links.hold(id),
                caller -> done(visit, caller, id, holding.extend(caller, id).join()));
    }

    @GET
    @Path("/release")
    @Operation(hidden = true)
    public Response beforeReleasing(@PathParam("holdID") String id) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var hold = pages.view(visit, caller, id);
            return hold.release() == null
                    ? Visit.seeOther(Links.hold(id))
                    : Response.ok(new ReleasePage(frames.of(visit, visit.texts().say("release.title")), hold))
                            .build();
        });
    }

    @POST
    @Path("/release")
    @Operation(hidden = true)
    public Response release(@PathParam("holdID") String id) {
        var visit = current.get();
        return visit.signedIn(
                Links.hold(id),
                caller -> done(visit, caller, id, holding.release(caller, id).join()));
    }

    private Response done(Visit visit, Caller caller, String id, Response answer) {
        var status = answer.getStatus();
        if (status == 200) {
            return Visit.seeOther(Links.hold(id));
        }
        if (status == 404) {
            return answer;
        }
        var notice = ProblemPages.words(visit.texts(), ProblemPages.type(answer), status);
        return pages.page(visit.at(Links.hold(id)), caller, id, notice, status);
    }
}
