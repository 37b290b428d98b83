package io.jari.web;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.Enrolling;
import io.jari.account.Enrolling.Shown;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Staff enrol a second factor, and get recovery codes. */
@Path(Addresses.SECOND_FACTOR)
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class SecondFactorPageResource {
    private final Enrolling enrolling;
    private final Frames frames;
    private final CurrentVisit current;

    public SecondFactorPageResource(Enrolling enrolling, Frames frames, CurrentVisit current) {
        this.enrolling = enrolling;
        this.frames = frames;
        this.current = current;
    }

    @Access(value = By.SESSION, page = true)
    @GET
    @Operation(hidden = true)
    public Response look() {
        return signedIn(this::present);
    }

    @Access(value = By.SESSION, page = true)
    @POST
    @Operation(hidden = true)
    public Response begin() {
        return signedIn(visit -> page(visit, "enrolling", enrolling.show(visit.who()), List.of(), null, 200));
    }

    @Access(value = By.SESSION, page = true)
    @POST
    @Path("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(MultivaluedMap<String, String> fields) {
        return signedIn(visit -> {
            try {
                var enrolled = enrolling.confirm(visit.who(), new Form(fields).text("code"));
                var page = page(visit, "present", null, enrolled.recoveryCodes(), null, 200);
                return enrolled.cookie() == null
                        ? page
                        : Response.fromResponse(page).cookie(enrolled.cookie()).build();
            } catch (Problem problem) {
                var words = words(visit, problem);
                return page(
                        visit,
                        "enrolling",
                        enrolling.showAgain(visit.who()),
                        List.of(),
                        words,
                        PasswordPages.status(problem));
            }
        });
    }

    @Access(value = By.SESSION, page = true)
    @POST
    @Path("/recovery-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response newCodes(MultivaluedMap<String, String> fields) {
        return signedIn(visit -> orSay(visit, () -> {
            var codes = enrolling.freshCodes(
                    visit.who(), SignInPageResource.password(fields), new Form(fields).text("code"));
            return page(visit, "present", null, codes, null, 200);
        }));
    }

    @Access(value = By.SESSION, page = true)
    @POST
    @Path("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response remove(MultivaluedMap<String, String> fields) {
        return signedIn(visit -> orSay(visit, () -> {
            enrolling.remove(visit.who(), SignInPageResource.password(fields), new Form(fields).text("code"));
            return Visit.seeOther(Addresses.SECOND_FACTOR);
        }));
    }

    private Response signedIn(Function<Visit, Response> answer) {
        var visit = current.get().at(Addresses.SECOND_FACTOR);
        return Callers.isEnrolling(visit.who())
                ? answer.apply(visit)
                : visit.signedIn(Addresses.SECOND_FACTOR, _ -> answer.apply(visit));
    }

    private Response orSay(Visit visit, Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (Problem problem) {
            return page(visit, "present", null, List.of(), words(visit, problem), PasswordPages.status(problem));
        }
    }

    private Response present(Visit visit) {
        var state = enrolling.codesLeft(visit.who()) < 0 ? "none" : "present";
        return page(visit, state, null, List.of(), null, 200);
    }

    /** Problems that a form's own page tells of; others go on. */
    private static String words(Visit visit, Problem problem) {
        var isCode = ProblemPages.type(problem.getResponse()).equals("wrong-code");
        return isCode ? visit.texts().say("sign-in.wrong-code") : PasswordPages.wrong(visit.texts(), problem);
    }

    private Response page(
            Visit visit, String state, @Nullable Shown shown, List<String> codes, @Nullable String notice, int status) {
        var t = visit.texts();
        var left = state.equals("present") && codes.isEmpty()
                ? t.count("second-factor.left", enrolling.codesLeft(visit.who()))
                : "";
        return Response.status(status)
                .entity(new SecondFactorPage(
                        frames.of(visit, t.say("second-factor.title")), state, shown, codes, left, notice))
                .build();
    }
}
