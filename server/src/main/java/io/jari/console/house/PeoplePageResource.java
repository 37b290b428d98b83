package io.jari.console.house;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Account;
import io.jari.account.Caller;
import io.jari.account.Colleagues;
import io.jari.account.InvitationBodies.InvitationBody;
import io.jari.account.InvitationResource;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.account.StaffResource;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Those who work here and what they may do. */
@Path("/staff/people")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class PeoplePageResource {
    private static final int ROWS = 100;
    private static final int MOST_INVITED = 200;
    private final StaffResource staff;
    private final InvitationResource invitations;
    private final Colleagues colleagues;
    private final Places places;
    private final Consoles consoles;
    private final CurrentVisit current;

    PeoplePageResource(
            StaffResource staff,
            InvitationResource invitations,
            Colleagues colleagues,
            Places places,
            Consoles consoles,
            CurrentVisit current) {
        this.staff = staff;
        this.invitations = invitations;
        this.colleagues = colleagues;
        this.places = places;
        this.consoles = consoles;
        this.current = current;
    }

    /** Managers and organisers, who may invite for their places, see those whom they have invited. */
    @GET
    @Access(value = By.STAFF, page = true)
    @Operation(hidden = true)
    public Response list(@Context UriInfo uri) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var form = new Form(visit.query());
            var isAdministrator = caller.rights().allows(Role.ADMINISTRATOR, Scope.ALL);
            var invited = Answered.list(invitations.list(visit.who(), null, MOST_INVITED, uri), InvitationBody.class)
                    .body();
            var people = isAdministrator
                    ? Answered.list(staff.list(visit.who(), form.maybe("cursor"), ROWS, uri), Account.class)
                    : new Answered<List<Account>>(List.of(), null);
            return Response.ok(new PeoplePage(
                            consoles.house(visit, caller, "house.people.title"),
                            Objects.requireNonNullElse(visit.origin(), ""),
                            isAdministrator,
                            caller.rights().allowsAnywhere(Role.MANAGER)
                                    || caller.rights().allowsAnywhere(Role.ORGANISER),
                            rows(t, people.body(), invited),
                            people.next(),
                            invitations(t, invited),
                            GrantWords.choices(t, caller.rights()::allowsAnywhere),
                            places.of(t, caller)))
                    .build();
        });
    }

    @GET
    @Path("/{accountID}")
    @Access(value = By.ADMINISTRATOR, page = true)
    @Operation(hidden = true)
    public Response one(@PathParam("accountID") long accountId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var member = staff.read(visit.who(), accountId);
            var account = member.account();
            return Response.ok(new PersonPage(
                            consoles.house(visit, caller, "house.person.title"),
                            Long.toString(accountId),
                            account.name(),
                            account.email(),
                            t.moment(account.createdAt(), Visit.HOME),
                            account.closed(),
                            accountId == caller.accountId(),
                            GrantWords.of(t, places, member.rights()),
                            GrantWords.choices(t, _ -> true),
                            places.of(t, caller)))
                    .build();
        });
    }

    private List<PeoplePage.Row> rows(Texts t, List<Account> people, List<InvitationBody> invited) {
        var pending = invited.stream().map(InvitationBody::accountId).toList();
        var rights = colleagues.rights(people.stream().map(Account::accountId).toList());
        return people.stream()
                .map(p -> new PeoplePage.Row(
                        Long.toString(p.accountId()),
                        p.name(),
                        p.email(),
                        GrantWords.of(t, places, rights.getOrDefault(p.accountId(), List.of())),
                        p.closed(),
                        pending.contains(p.accountId())))
                .toList();
    }

    private List<PeoplePage.Invitation> invitations(Texts t, List<InvitationBody> invited) {
        var names = colleagues.names(invited.stream()
                .map(i -> Caller.actor(i.invitedBy()))
                .distinct()
                .toList());
        return invited.stream()
                .map(i -> new PeoplePage.Invitation(
                        Long.toString(i.accountId()),
                        i.name(),
                        i.email(),
                        GrantWords.of(t, places, i.rights()),
                        names.getOrDefault(Caller.actor(i.invitedBy()), ""),
                        t.moment(i.invitedAt(), Visit.HOME)))
                .toList();
    }
}
