package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.concert.Concerts;
import io.jari.concert.SeatPlans;
import io.jari.console.Consoles;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.web.Links;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Plans of halls, looked at before they are kept. */
@Path("/staff/concerts/{concertID}/plans")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class PlansPageResource {
    private final Concerts concerts;
    private final SeatPlans plans;
    private final Consoles consoles;
    private final CurrentVisit current;

    PlansPageResource(Concerts concerts, SeatPlans plans, Consoles consoles, CurrentVisit current) {
        this.concerts = concerts;
        this.plans = plans;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.ORGANISER, page = true)
    @Operation(hidden = true)
    public Response all(@PathParam("concertID") int concertId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var zone = ZoneId.of(concerts.find(concertId).details().timeZone());
            var api = "/v1" + Links.concert(Integer.toString(concertId)) + "/seat-plans";
            var rows = plans.list(concertId).reversed().stream()
                    .map(plan -> new PlansPage.Row(
                            plan.name(),
                            Texts.number(plan.seats()),
                            t.moment(plan.createdAt(), zone),
                            api + "/" + plan.planID(),
                            "seat-plan-" + concertId + "-" + plan.planID() + ".json"))
                    .toList();
            return Response.ok(new PlansPage(
                            consoles.concert(visit, caller, concertId, "concerts.plans.title"), api, rows))
                    .build();
        });
    }
}
