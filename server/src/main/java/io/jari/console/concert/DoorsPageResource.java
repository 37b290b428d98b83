package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.concert.DateTerms;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.http.SecurityHeaders;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.ticket.DoorLinkBodies.DoorLinkBody;
import io.jari.ticket.DoorLinks;
import io.jari.ticket.Doors;
import io.jari.web.DoorPage;
import io.jari.web.DoorPages;
import io.jari.web.Links;
import io.jari.web.Performances;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The doors of a date, and a door itself for staff with an account. */
@Path("/staff/concerts/{concertID}/dates/{dateID}/doors")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class DoorsPageResource {
    private final Doors doors;
    private final DoorLinks links;
    private final Performances performances;
    private final DoorPages pages;
    private final Consoles consoles;
    private final CurrentVisit current;

    DoorsPageResource(
            Doors doors,
            DoorLinks links,
            Performances performances,
            DoorPages pages,
            Consoles consoles,
            CurrentVisit current) {
        this.doors = doors;
        this.links = links;
        this.performances = performances;
        this.pages = pages;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.DOOR, page = true)
    @Operation(hidden = true)
    public Response all(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        var visit = current.get();
        return visit.signedIn(caller -> Response.ok(page(visit, caller, performances.terms(concertId, dateId)))
                .build());
    }

    private DoorsPage page(Visit visit, Caller caller, DateTerms terms) {
        var t = visit.texts();
        var organiser = DatesPageResource.isOrganiser(caller, terms.concertId());
        var progress = doors.progress(terms.concertId(), terms.dateId());
        var path = Links.date(terms);
        return new DoorsPage(
                consoles.concert(visit, caller, terms.concertId(), "concerts.doors.title"),
                Performances.when(t, terms.startsAt(), terms.zone()),
                t.say("concerts.door.count", Texts.number(progress.admitted()), Texts.number(progress.sold())),
                progress.sold(),
                progress.admitted(),
                progress.gates().stream()
                        .map(gate -> new DoorsPage.Gate(gate.gate(), Texts.number(gate.admitted())))
                        .toList(),
                "/staff" + path + "/doors/scan",
                "/v1" + path + "/door-list?lang=" + t.language().code(),
                organiser,
                organiser ? "/staff" + path : "/staff/concerts/" + terms.concertId() + "/dates",
                "/v1" + path + "/door-links",
                terms.zone().getId(),
                organiser ? links(t, terms) : List.of());
    }

    private List<DoorsPage.Link> links(Texts t, DateTerms terms) {
        return links.list(terms.concertId(), terms.dateId()).reversed().stream()
                .map(link -> link(t, terms.zone(), link))
                .toList();
    }

    private DoorsPage.Link link(Texts t, ZoneId zone, DoorLinkBody link) {
        var revoked = link.revokedAt() != null;
        var good = !revoked && link.expiresAt().isAfter(performances.now());
        return new DoorsPage.Link(
                link.linkId(),
                link.gate(),
                t.moment(link.madeAt(), zone),
                t.moment(link.expiresAt(), zone),
                t.say("concerts.link.state." + (good ? "good" : revoked ? "revoked" : "ended")),
                good);
    }

    @GET
    @Path("/scan")
    @Access(value = By.DOOR, page = true)
    @Operation(hidden = true)
    public Response scan(@PathParam("concertID") String concertId, @PathParam("dateID") String dateId) {
        var visit = current.get();
        return visit.signedIn(_ -> {
            DoorPage page = pages.ofStaff(visit, performances.terms(concertId, dateId));
            return Response.ok(page)
                    .header(SecurityHeaders.PERMISSIONS, SecurityHeaders.WITH_CAMERA)
                    .build();
        });
    }
}
