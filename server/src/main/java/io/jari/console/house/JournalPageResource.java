package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.audit.AuditEntry;
import io.jari.audit.AuditResource;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.http.Problem;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.ProblemPages;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "Who changed this?" */
@Path("/staff/journal")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class JournalPageResource {
    private static final int ROWS = 50;
    private static final int UNPROCESSABLE = 422;
    private final AuditResource audit;
    private final JournalRows rows;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    JournalPageResource(AuditResource audit, JournalRows rows, Places places, Consoles consoles, CurrentVisit current) {
        this.audit = audit;
        this.rows = rows;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, page = true)
    @Operation(hidden = true)
    public Response search(@Context HttpHeaders headers, @Context UriInfo uri, @Context RoutingContext routing) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var form = new Form(visit.query());
            var zone = places.zone(Places.parse(form.maybe("at")).orElse(null));
            var asked = JournalAsk.of(form, zone);
            if (!asked.flaws().isEmpty()) {
                return page(visit, caller, asked, new Answered<>(List.of(), null), null);
            }
            try {
                return page(
                        visit, caller, asked, read(visit, asked, form.maybe("cursor"), headers, uri, routing), null);
            } catch (Problem problem) {
                if (problem.getResponse().getStatus() != UNPROCESSABLE) {
                    throw problem;
                }
                var words = ProblemPages.words(visit.texts(), ProblemPages.type(problem.getResponse()), UNPROCESSABLE);
                return page(visit, caller, asked, new Answered<>(List.of(), null), words);
            }
        });
    }

    private Answered<List<AuditEntry>> read(
            Visit visit,
            JournalAsk asked,
            @Nullable String cursor,
            HttpHeaders headers,
            UriInfo uri,
            RoutingContext routing) {
        var answer = audit.read(
                asked.hotelId(),
                asked.concertId(),
                null,
                JournalAsk.word(asked.actor()),
                JournalAsk.word(asked.action()),
                JournalAsk.word(asked.subject()),
                asked.begin(),
                asked.end(),
                cursor,
                ROWS,
                visit.who(),
                headers,
                uri,
                routing);
        var page = Answered.of(answer, AuditResource.Page.class);
        return new Answered<>(page.body().entries(), page.next());
    }

    private Response page(
            Visit visit, Caller caller, JournalAsk asked, Answered<List<AuditEntry>> found, @Nullable String notice) {
        var t = visit.texts();
        return Response.status(asked.flaws().isEmpty() ? 200 : UNPROCESSABLE)
                .entity(new JournalPage(
                        consoles.house(visit, caller, "house.journal.title"),
                        asked,
                        whose(t, caller, asked),
                        places.of(t, caller),
                        Deeds.all(t),
                        rows.of(t, found.body(), asked.zone()),
                        found.next(),
                        notice))
                .build();
    }

    private String whose(Texts t, Caller caller, JournalAsk asked) {
        var place = Places.parse(asked.at()).filter(scope -> scope.kind() != Scope.Kind.ALL);
        if (place.isPresent()) {
            return t.say("house.journal.of", places.name(t, place.get()));
        }
        return t.say(
                caller.rights().allows(Role.ADMINISTRATOR, Scope.ALL)
                        ? "house.journal.of-all"
                        : "house.journal.of-own");
    }
}
