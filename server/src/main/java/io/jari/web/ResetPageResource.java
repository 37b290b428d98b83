package io.jari.web;

import io.jari.account.PasswordResets;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.Visit;
import io.jari.web.PasswordPages.Kind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For those who forgot their password. */
@Path("/")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class ResetPageResource {
    private final PasswordResets resets;
    private final PasswordPages pages;
    private final Frames frames;
    private final CurrentVisit current;
    private final Kind kind;

    public ResetPageResource(PasswordResets resets, PasswordPages pages, Frames frames, CurrentVisit current) {
        this.resets = resets;
        this.pages = pages;
        this.frames = frames;
        this.current = current;
        this.kind = new Kind("/reset", "reset", resets::isGood, resets::set, "/forgot", "forgot.again");
    }

    @GET
    @Path("forgot")
    @Operation(hidden = true)
    public Response forgot() {
        return forgot(current.get(), null, 200);
    }

    @POST
    @Path("forgot")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response ask(MultivaluedMap<String, String> fields) {
        var visit = current.get();
        var t = visit.texts();
        try {
            resets.ask(new Form(fields).text("email"), visit.who());
        } catch (Problem problem) {
            var wait = problem.getResponse().getHeaderString("Retry-After");
            return forgot(
                    visit, t.say("forgot.wait", wait), problem.getResponse().getStatus());
        }
        var frame = frames.of(visit, t.say("forgot.title"));
        return Response.ok(new NoticePage(frame, t.say("forgot.sent"), "/sign-in", t.say("sign-in.title")))
                .build();
    }

    @GET
    @Path("reset")
    @Operation(hidden = true)
    public Response reset(@QueryParam("token") @Nullable String token, @Context HttpHeaders sent) {
        return pages.ask(kind, current.get(), sent, token);
    }

    @POST
    @Path("reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response set(MultivaluedMap<String, String> fields, @Context HttpHeaders sent) {
        return pages.set(kind, current.get(), sent, fields);
    }

    private Response forgot(Visit visit, @Nullable String notice, int status) {
        var frame = frames.of(visit, visit.texts().say("forgot.title"));
        return Response.status(status).entity(new ForgotPage(frame, notice)).build();
    }
}
