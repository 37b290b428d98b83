package io.jari.web;

import io.jari.account.Callers;
import io.jari.account.Door;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Coming in and going out. */
@Path("/")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class SignInPageResource {
    private static final int TOO_MANY_REQUESTS = 429;
    private final Door door;
    private final Frames frames;
    private final CurrentVisit current;

    public SignInPageResource(Door door, Frames frames, CurrentVisit current) {
        this.door = door;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response ask(@QueryParam("next") @Nullable String next) {
        var visit = current.get();
        var within = next == null ? begin(visit) : Addresses.within(next);
        if (Callers.isEnrolling(visit.who())) {
            return Visit.seeOther(Addresses.SECOND_FACTOR);
        }
        return visit.caller().isPresent() ? Visit.seeOther(within) : page(visit, within, "", null, 200);
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signIn(MultivaluedMap<String, String> fields) {
        var visit = current.get();
        var form = new Form(fields);
        var next = Addresses.within(form.text("next"));
        var email = form.text("email");
        return switch (door.signIn(email, password(fields), form.maybe("code"), visit.who())) {
            case Door.Come come -> with(come.enrolling() ? Addresses.SECOND_FACTOR : next, come.cookies());
            case Door.No no -> page(visit, next, email, visit.texts().say(words(no)), 422);
            case Door.Wait wait ->
                page(visit, next, email, visit.texts().say("sign-in.wait", wait.seconds()), TOO_MANY_REQUESTS);
        };
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut() {
        var visit = current.get();
        var out = door.isInternal(visit.who()) ? "/sign-in" : "/";
        return Response.fromResponse(with(out, door.signOut(visit.who())))
                .header(Door.CLEAR, Door.CLEARED)
                .build();
    }

    private static String words(Door.No no) {
        return switch (no) {
            case WRONG -> "sign-in.wrong";
            case CODE_NEEDED -> "sign-in.code-needed";
            case WRONG_CODE -> "sign-in.wrong-code";
        };
    }

    /** As typed: blanks and all belong to it. */
    static String password(MultivaluedMap<String, String> fields) {
        var password = fields.getFirst("password");
        return password == null ? "" : password;
    }

    static Response with(String next, NewCookie... cookies) {
        return Response.fromResponse(Visit.seeOther(next)).cookie(cookies).build();
    }

    private Response page(Visit visit, String next, String email, @Nullable String notice, int status) {
        var t = visit.texts();
        if (door.isInternal(visit.who())) {
            var frame = frames.of(visit, t.say("house.sign-in.title"));
            return Response.status(status)
                    .entity(new StaffSignInPage(frame, next, email, notice))
                    .build();
        }
        var signUp = "/sign-up?next=" + Addresses.encoded(next);
        return Response.status(status)
                .entity(new SignInPage(frames.of(visit, t.say("sign-in.title")), next, signUp, email, notice))
                .build();
    }

    /** Where somebody begins who came for nothing in particular. */
    private String begin(Visit visit) {
        return door.isInternal(visit.who()) ? "/staff" : "/";
    }
}
