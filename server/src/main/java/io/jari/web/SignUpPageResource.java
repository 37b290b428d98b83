package io.jari.web;

import io.jari.account.Door;
import io.jari.account.NewAccount;
import io.jari.http.Problem;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Making an account. */
@Path("/sign-up")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class SignUpPageResource {
    private final Door door;
    private final Validator validator;
    private final Frames frames;
    private final CurrentVisit current;

    public SignUpPageResource(Door door, Validator validator, Frames frames, CurrentVisit current) {
        this.door = door;
        this.validator = validator;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response ask(@QueryParam("next") @Nullable String next) {
        var visit = current.get();
        return page(visit, Addresses.within(next), "", "", "", Map.of(), 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response signUp(MultivaluedMap<String, String> fields) {
        var visit = current.get();
        var form = new Form(fields);
        var wanted = new NewAccount(
                form.text("email"),
                door.asksByMail() ? null : SignInPageResource.password(fields),
                form.text("name").replace('\n', ' '),
                form.maybe("phone"),
                visit.texts().language().code());
        var flaws = Flaws.of(validator, visit.texts(), wanted);
        if (flaws.isEmpty()) {
            try {
                return door.signUp(wanted, visit.who())
                        .map(cookies -> SignInPageResource.with(Addresses.within(form.text("next")), cookies))
                        .orElseGet(() -> sent(visit));
            } catch (Problem problem) {
                flaws = flaws(visit.texts(), problem);
            }
        }
        return page(
                visit,
                Addresses.within(form.text("next")),
                wanted.name(),
                wanted.email(),
                form.text("phone"),
                flaws,
                422);
    }

    private Response sent(Visit visit) {
        var t = visit.texts();
        var frame = frames.of(visit, t.say("sign-up.title"));
        return Response.ok(new NoticePage(frame, t.say("sign-up.sent"), "/sign-in", t.say("sign-in.title")))
                .build();
    }

    private static Map<String, String> flaws(Texts t, Problem problem) {
        var password = PasswordPages.flaw(t, problem);
        if (password != null) {
            return Map.of("password", password);
        }
        if (problem.getResponse().getStatus() != 409) {
            throw problem;
        }
        return Map.of("email", t.say("flaw.email-taken"));
    }

    private Response page(
            Visit visit, String next, String name, String email, String phone, Map<String, String> flaws, int status) {
        return Response.status(status)
                .entity(new SignUpPage(
                        frames.of(visit, visit.texts().say("sign-up.title")),
                        next,
                        name,
                        email,
                        phone,
                        door.asksByMail(),
                        flaws))
                .build();
    }
}
