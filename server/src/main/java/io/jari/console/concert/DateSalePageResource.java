package io.jari.console.concert;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.concert.ConcertDate;
import io.jari.concert.ConcertDates;
import io.jari.console.Consoles;
import io.jari.console.concert.DateSalePage.Bar;
import io.jari.console.concert.DateSalePage.DateView;
import io.jari.console.concert.DateSalePage.Figure;
import io.jari.console.concert.DateSalePage.Line;
import io.jari.console.concert.DateSalePage.LiveView;
import io.jari.console.concert.DateSalePage.Price;
import io.jari.console.concert.DateSalePage.Terms;
import io.jari.http.Internal;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.sale.DateLive;
import io.jari.sale.DateLives;
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
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A sale, watched and steered. */
@Path("/staff/concerts/{concertID}/dates/{dateID}")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class DateSalePageResource {
    /** Of the plot of minutes, as its view box has it. */
    private static final double HEIGHT = 60;

    private static final int BAR = 10;

    private final ConcertDates concertDates;
    private final DateLives lives;
    private final Performances performances;
    private final Consoles consoles;
    private final CurrentVisit current;

    DateSalePageResource(
            ConcertDates concertDates,
            DateLives lives,
            Performances performances,
            Consoles consoles,
            CurrentVisit current) {
        this.concertDates = concertDates;
        this.lives = lives;
        this.performances = performances;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.ORGANISER, page = true)
    @Operation(hidden = true)
    public Response sale(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        var visit = current.get();
        return visit.signedIn(caller -> Response.ok(
                        page(visit, caller, concertDates.find(concertId, dateId), lives.of(concertId, dateId)))
                .build());
    }

    private DateSalePage page(Visit visit, Caller caller, ConcertDate date, DateLive live) {
        var t = visit.texts();
        var clock = new ConcertClock(ZoneId.of(date.timeZone()), date.currency());
        return new DateSalePage(
                consoles.concert(visit, caller, Integer.parseInt(date.concertID()), "concerts.date.title"),
                view(t, date, live, clock),
                live(t, live),
                terms(date, clock),
                date.categories().stream().map(level -> price(clock, level)).toList(),
                t.say("concerts.cancel.sure", Texts.number(live.sold()), t.money(live.money(), live.currency())),
                t.say("concerts.cancel.sure"));
    }

    private DateView view(Texts t, ConcertDate date, DateLive live, ConcertClock clock) {
        var sale = Performances.Sale.of(date, live.free(), performances.now());
        var path = Links.date(date.concertID(), date.dateID());
        return new DateView(
                "/staff" + path,
                "/v1" + path,
                path,
                Performances.when(t, date.terms().startsAt(), clock.zone()),
                sale.code(),
                sale.state(t),
                date.status().equals("paused"),
                date.status().equals("canceled"),
                date.terms().startsAt() != null,
                date.planURL(),
                date.timeZone(),
                clock.digits(),
                date.currency(),
                "\"" + date.version() + "\"");
    }

    private static LiveView live(Texts t, DateLive live) {
        var room = live.room();
        return new LiveView(
                List.of(
                        figure(t, "minute", live.perMinute().getLast()),
                        figure(t, "sold", live.sold()),
                        figure(t, "held", live.held()),
                        figure(t, "free", live.free()),
                        figure(t, "blocked", live.blocked()),
                        new Figure("money", t.say("concerts.figure.money"), t.money(live.money(), live.currency())),
                        figure(t, "payments.succeeded", live.payments().succeeded()),
                        figure(t, "payments.pending", live.payments().pending()),
                        figure(t, "payments.failed", live.payments().failed()),
                        figure(t, "room.waiting", room == null ? null : room.waiting()),
                        figure(t, "room.inside", room == null ? null : (long) room.inside())),
                bars(live.perMinute()),
                (room == null
                                ? Stream.of("held", "payments.pending")
                                : Stream.of("held", "payments.pending", "room.waiting"))
                        .map(name -> new Line(name, t.say("concerts.figure." + name)))
                        .toList(),
                live.sold(),
                live.seats(),
                t.money(0, live.currency()));
    }

    private static Figure figure(Texts t, String name, @Nullable Number value) {
        var words = value == null ? "–" : Texts.number(value.longValue());
        return new Figure(name, t.say("concerts.figure." + name), words);
    }

    private static List<Bar> bars(List<Integer> perMinute) {
        double most =
                Math.max(1, perMinute.stream().mapToInt(Integer::intValue).max().orElse(1));
        return IntStream.range(0, perMinute.size())
                .mapToObj(i -> {
                    var height = perMinute.get(i) / most * HEIGHT;
                    return new Bar(i * BAR, decimal(HEIGHT - height), decimal(height));
                })
                .toList();
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static Terms terms(ConcertDate date, ConcertClock clock) {
        var terms = date.terms();
        return new Terms(
                clock.field(terms.startsAt()),
                clock.field(terms.saleOpensAt()),
                clock.field(terms.saleClosesAt()),
                clock.field(terms.refundsUntil()),
                terms.holdMinutes(),
                terms.mostSeats());
    }

    private static Price price(ConcertClock clock, ConcertDate.Level level) {
        var left = level.seatsLeft();
        return new Price(
                "prices." + Addresses.encoded(level.name()).replace("+", "%20").replace(".", "%2E"),
                level.name(),
                level.color(),
                clock.field(level.price()),
                left == null ? null : Texts.number(left));
    }
}
