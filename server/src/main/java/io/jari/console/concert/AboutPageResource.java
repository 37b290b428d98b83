package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.Concerts;
import io.jari.console.Consoles;
import io.jari.console.Zones;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.PageHeaders;
import io.jari.web.Links;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A concert's texts, pictures and terms. */
@Path("/staff/concerts/{concertID}/about")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class AboutPageResource {
    private final Concerts concerts;
    private final Consoles consoles;
    private final CurrentVisit current;

    AboutPageResource(Concerts concerts, Consoles consoles, CurrentVisit current) {
        this.concerts = concerts;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.ORGANISER, page = true)
    @Operation(hidden = true)
    public Response about(@PathParam("concertID") int concertId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var concert = concerts.find(concertId);
            var about = concert.details();
            var clock = new ConcertClock(ZoneId.of(about.timeZone()), about.currency());
            var path = Links.concert(concert.concertID());
            List<String> pictures = Objects.requireNonNull(about.pictures());
            return PageHeaders.withPictures(
                            pictures,
                            Response.ok(new AboutPage(
                                    consoles.concert(visit, caller, concertId, "concerts.about.title"),
                                    "/v1" + path,
                                    path,
                                    "\"" + concert.version() + "\"",
                                    about,
                                    about.pictureLines(),
                                    clock.field(about.saleOpensAt()),
                                    Zones.all(),
                                    caller.rights().allows(Role.ADMINISTRATOR, Scope.ALL))))
                    .build();
        });
    }
}
