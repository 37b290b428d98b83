package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Account;
import io.jari.account.AccountResource;
import io.jari.account.OwnSession;
import io.jari.account.SessionResource;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Devices;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One's own name, password and sessions. */
@Path("/staff/account")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class AccountPageResource {
    private final AccountResource accounts;
    private final SessionResource sessions;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    AccountPageResource(
            AccountResource accounts,
            SessionResource sessions,
            Places places,
            Consoles consoles,
            CurrentVisit current) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.STAFF, page = true)
    @Operation(hidden = true)
    public Response account() {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var answer = accounts.account(visit.who());
            var own = sessions.list(visit.who());
            return Response.ok(new AccountPage(
                            consoles.house(visit, caller, "house.account.title"),
                            (Account) answer.getEntity(),
                            "\"" + answer.getEntityTag().getValue() + "\"",
                            GrantWords.of(t, places, caller.rights().grants()),
                            own.stream().map(session -> row(t, session)).toList(),
                            own.size() > 1))
                    .build();
        });
    }

    private static AccountPage.Row row(Texts t, OwnSession session) {
        var device = session.device();
        return new AccountPage.Row(
                Long.toString(session.sessionId()),
                device == null ? t.say("house.account.some-device") : Devices.name(device),
                t.moment(session.since(), Visit.HOME),
                t.moment(session.lastSeen(), Visit.HOME),
                t.say(session.internal() ? "house.account.inside" : "house.account.outside"),
                session.current());
    }
}
