package io.jari.web;

import io.jari.account.AccountResource;
import io.jari.account.NewPassword;
import io.jari.account.Profile;
import io.jari.account.SessionResource;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Language;
import io.jari.page.PageHeaders;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.privacy.OwnDataResource;
import io.jari.web.AccountPage.ProfileForm;
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
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own name, password, sessions, and a copy of one's data. */
@Path(AccountPages.PATH)
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class AccountPageResource {
    private final AccountResource accounts;
    private final SessionResource sessions;
    private final OwnDataResource data;
    private final AccountPages pages;
    private final Validator validator;
    private final CurrentVisit current;

    AccountPageResource(
            AccountResource accounts,
            SessionResource sessions,
            OwnDataResource data,
            AccountPages pages,
            Validator validator,
            CurrentVisit current) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.data = data;
        this.pages = pages;
        this.validator = validator;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response account() {
        var visit = current.get();
        return visit.signedIn(_ -> pages.fresh(visit));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(MultivaluedMap<String, String> fields) {
        var form = new Form(fields);
        var wanted = new Profile(form.text("name").replace('\n', ' '), form.maybe("phone"), form.text("language"));
        return signedIn(visit -> {
            var flaws = Flaws.of(validator, visit.texts(), wanted);
            if (!flaws.isEmpty()) {
                var typed =
                        new ProfileForm(wanted.name(), form.text("phone"), wanted.language(), form.maybe("version"));
                return pages.flawed(visit, typed, flaws, 422);
            }
            return changed(visit, form, wanted);
        });
    }

    private Response changed(Visit visit, Form form, Profile wanted) {
        try {
            accounts.change(visit.who(), form.maybe("version"), wanted);
        } catch (Problem problem) {
            if (problem.getResponse().getStatus() == 412) {
                return pages.stale(visit);
            }
            throw problem;
        }
        var language = Language.of(wanted.language()).orElseThrow();
        return SignInPageResource.with(AccountPages.PATH + "?done=saved", PageHeaders.remember(language));
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response changePassword(MultivaluedMap<String, String> fields) {
        var present = fields.getFirst("current");
        var wanted = new NewPassword(present == null ? "" : present, SignInPageResource.password(fields));
        return signedIn(visit -> {
            var t = visit.texts();
            var flaws = Flaws.of(validator, t, wanted);
            if (!flaws.isEmpty()) {
                return pages.flawed(visit, null, flaws, 422);
            }
            try {
                accounts.changePassword(visit.who(), wanted);
            } catch (Problem problem) {
                return pages.flawed(visit, null, flaws(t, problem), PasswordPages.status(problem));
            }
            return done("password");
        });
    }

    private static Map<String, String> flaws(Texts t, Problem problem) {
        var weak = PasswordPages.flaw(t, problem);
        return weak == null ? Map.of("currentPassword", PasswordPages.wrong(t, problem)) : Map.of("newPassword", weak);
    }

    @POST
    @Path("/sessions")
    @Operation(hidden = true)
    public Response endOthers() {
        return signedIn(visit -> {
            sessions.endOthers(visit.who());
            return done("ended");
        });
    }

    @POST
    @Path("/sessions/{sessionID}")
    @Operation(hidden = true)
    public Response end(@PathParam("sessionID") long id) {
        return signedIn(visit -> {
            sessions.end(visit.who(), id);
            return done("ended");
        });
    }

    @GET
    @Path("/data")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response data() {
        return signedIn(visit -> data.copy(visit.who()));
    }

    private static Response done(String what) {
        return Visit.seeOther(AccountPages.PATH + "?done=" + what);
    }

    private Response signedIn(Function<Visit, Response> answer) {
        var visit = current.get().at(AccountPages.PATH);
        return visit.signedIn(_ -> answer.apply(visit));
    }
}
