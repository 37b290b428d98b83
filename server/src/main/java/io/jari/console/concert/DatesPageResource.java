package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.ConcertDate;
import io.jari.concert.ConcertDates;
import io.jari.concert.ConcertDetails;
import io.jari.concert.Concerts;
import io.jari.concert.SeatPlans;
import io.jari.console.Consoles;
import io.jari.console.concert.DatesPage.Figures;
import io.jari.console.concert.DatesPage.NewDateForm;
import io.jari.console.concert.DatesPage.Plan;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.sale.DateLive;
import io.jari.sale.DateLives;
import io.jari.web.Links;
import io.jari.web.Performances;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where a concert's staff begin: its dates. */
@Path("/staff/concerts/{concertID}/dates")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class DatesPageResource {
    private static final int MOST = 200;

    private final Concerts concerts;
    private final ConcertDates dates;
    private final SeatPlans plans;
    private final DateLives lives;
    private final Performances performances;
    private final Consoles consoles;
    private final CurrentVisit current;

    DatesPageResource(
            Concerts concerts,
            ConcertDates dates,
            SeatPlans plans,
            DateLives lives,
            Performances performances,
            Consoles consoles,
            CurrentVisit current) {
        this.concerts = concerts;
        this.dates = dates;
        this.plans = plans;
        this.lives = lives;
        this.performances = performances;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.DOOR, page = true)
    @Operation(hidden = true)
    public Response all(@PathParam("concertID") int concertId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var concert = concerts.find(concertId).details();
            var organiser = isOrganiser(caller, concertId);
            var all = dates.page(concertId, 0, MOST);
            var rows = all.stream()
                    .sorted(Comparator.comparing(
                            date -> date.terms().startsAt(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .map(date -> row(t, date, organiser))
                    .toList();
            return Response.ok(new DatesPage(
                            consoles.concert(visit, caller, concertId, "concerts.dates.title"),
                            organiser,
                            rows,
                            "/staff" + Links.concert(Integer.toString(concertId)) + "/plans",
                            concert.closed(),
                            organiser && !concert.closed() ? form(t, concertId, concert, all) : null))
                    .build();
        });
    }

    static boolean isOrganiser(Caller caller, int concertId) {
        return caller.rights().allows(Role.ORGANISER, Scope.concert(concertId));
    }

    private DatesPage.Row row(Texts t, ConcertDate date, boolean organiser) {
        var live = lives.of(Integer.parseInt(date.concertID()), Integer.parseInt(date.dateID()));
        var sale = Performances.Sale.of(date, live.free(), performances.now());
        var link = "/staff" + Links.date(date.concertID(), date.dateID());
        return new DatesPage.Row(
                link,
                link + "/doors",
                Performances.when(t, date.terms().startsAt(), ZoneId.of(date.timeZone())),
                sale.code(),
                sale.state(t),
                organiser ? figures(t, live) : null);
    }

    private static Figures figures(Texts t, DateLive live) {
        return new Figures(
                Texts.number(live.seats()),
                Texts.number(live.sold()),
                Texts.number(live.held()),
                Texts.number(live.free()),
                t.money(live.money(), live.currency()),
                room(t, live.room()));
    }

    private static String room(Texts t, DateLive.@Nullable Room room) {
        if (room == null) {
            return t.say("concerts.room.none");
        }
        return room.paused()
                ? t.say("concerts.room.paused", Texts.number(room.waiting()))
                : t.say("concerts.room.waiting", Texts.number(room.waiting()));
    }

    private @Nullable NewDateForm form(Texts t, int concertId, ConcertDetails concert, List<ConcertDate> all) {
        var known = plans.list(concertId);
        if (known.isEmpty()) {
            return null;
        }
        var clock = new ConcertClock(ZoneId.of(concert.timeZone()), concert.currency());
        var api = "/v1" + Links.concert(Integer.toString(concertId));
        return new NewDateForm(
                api + "/dates",
                api + "/seat-plans",
                concert.timeZone(),
                clock.digits(),
                known.reversed().stream()
                        .map(plan -> new Plan(
                                plan.planID(), t.say("concerts.plan.words", plan.name(), Texts.number(plan.seats()))))
                        .toList(),
                clock.field(Objects.requireNonNull(concert.saleOpensAt())),
                Integer.toString(concert.mostSeats()),
                Integer.toString(concert.holdMinutes()),
                prices(clock, all));
    }

    /** Later dates' prices stand. */
    private static RawString prices(ConcertClock clock, List<ConcertDate> all) {
        var prices = new JsonObject();
        all.forEach(date -> date.categories().forEach(level -> prices.put(level.name(), clock.field(level.price()))));
        return new RawString(prices.encode().replace("<", "\\u003c"));
    }
}
