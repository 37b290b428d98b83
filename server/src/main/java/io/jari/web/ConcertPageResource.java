package io.jari.web;

import io.jari.concert.Concert;
import io.jari.concert.ConcertDate;
import io.jari.concert.ConcertDates;
import io.jari.concert.Concerts;
import io.jari.db.DatabaseClock;
import io.jari.http.Cursor;
import io.jari.http.Problem;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.PageHeaders;
import io.jari.page.PublicPage;
import io.jari.page.Texts;
import io.jari.web.Performances.Sale;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Concerts: all, and one with its dates. */
@Path("/concerts")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class ConcertPageResource {
    private static final int CONCERTS = 12;
    private static final int MOST_LETTERS = 100;
    private static final int DATES = 100;

    private final Concerts concerts;
    private final ConcertDates dates;
    private final ConcertRows rows;
    private final QueuePages rooms;
    private final DatabaseClock clock;
    private final Frames frames;
    private final CurrentVisit current;
    private final DemoSaleView.Finder demoSale;

    public ConcertPageResource(
            Concerts concerts,
            ConcertDates dates,
            ConcertRows rows,
            QueuePages rooms,
            DatabaseClock clock,
            Frames frames,
            CurrentVisit current,
            DemoSaleView.Finder demoSale) {
        this.concerts = concerts;
        this.dates = dates;
        this.rows = rows;
        this.rooms = rooms;
        this.clock = clock;
        this.frames = frames;
        this.current = current;
        this.demoSale = demoSale;
    }

    @GET
    @PublicPage
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        var visit = current.get();
        var asked = new Form(visit.query()).text("q");
        var q = asked.substring(0, Math.min(asked.length(), MOST_LETTERS));
        var found = concerts.page(q.isEmpty() ? null : q, Cursor.after(cursor), CONCERTS);
        return new ConcertsPage(
                frames.of(visit, visit.texts().say("concerts.title")),
                q,
                rows.of(visit.texts(), found),
                next(q, found));
    }

    private static @Nullable String next(String q, List<Concert> found) {
        return found.size() < CONCERTS
                ? null
                : "/concerts?q=%s&cursor=%s"
                        .formatted(
                                Addresses.encoded(q),
                                Cursor.of(Long.parseLong(found.getLast().concertID())));
    }

    @GET
    @PublicPage
    @Path("/{concertID}")
    @Operation(hidden = true)
    public Response concert(@PathParam("concertID") String concertId) {
        var visit = current.get();
        if (!concertId.matches("[1-9][0-9]{0,8}")) {
            throw Problem.notFound("concert").exception();
        }
        var id = Integer.parseInt(concertId);
        var view = view(visit.texts(), concerts.find(id));
        var all = dates.page(id, 0, DATES).stream()
                .sorted(Comparator.comparing(
                        date -> date.terms().startsAt(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var page = new ConcertPage(
                frames.of(visit, view.title()),
                view,
                all.stream().map(date -> row(visit.texts(), date)).toList(),
                demoSale.of(id));
        return PageHeaders.withPictures(view.pictures(), Response.ok())
                .entity(page)
                .build();
    }

    private static ConcertPage.ConcertView view(Texts t, Concert concert) {
        var d = concert.details();
        var pictures = d.pictures();
        return new ConcertPage.ConcertView(
                Links.concertPicture(concert.concertID()),
                t.pick(d.title()),
                t.pick(d.description()),
                t.pick(d.hall()),
                t.pick(d.address()),
                pictures == null ? List.of() : pictures);
    }

    private ConcertPage.DateRow row(Texts t, ConcertDate date) {
        var zone = ZoneId.of(date.timeZone());
        var terms = date.terms();
        // Where it is not known for now, there may be some.
        var left = Objects.requireNonNullElse(date.seatsLeft(), date.seats());
        var sale = Sale.of(date, left, clock.now());
        var open = sale == Sale.OPEN;
        var ended = sale == Sale.OVER || sale == Sale.CANCELED;
        var room = rooms.opening(t, Integer.parseInt(date.dateID()), zone).filter(_ -> !ended);
        var opens = room.map(QueuePages.Opening::at).orElse(terms.saleOpensAt());
        return new ConcertPage.DateRow(
                Links.date(date.concertID(), date.dateID()),
                Performances.when(t, terms.startsAt(), zone),
                date.postponedAt() != null && terms.startsAt() != null,
                sale.code(),
                sale.state(t),
                open ? "" : sale.explanation(t, terms.saleOpensAt(), zone),
                open,
                open ? t.count("seats.left", left) : "",
                room.map(QueuePages.Opening::words).orElse(""),
                ended ? 0 : opensAt(opens),
                date.categories().stream()
                        .map(level -> price(t, date, level, open))
                        .toList());
    }

    /** The same each time it is drawn, for caches; 0: it has opened. */
    private long opensAt(Instant opens) {
        return opens.isAfter(clock.now()) ? clock.machine(opens).plusMillis(500).getEpochSecond() : 0;
    }

    private static ConcertPage.Price price(Texts t, ConcertDate date, ConcertDate.Level level, boolean open) {
        var left = level.seatsLeft();
        return new ConcertPage.Price(
                level.name(),
                level.color(),
                t.money(level.price(), date.currency()),
                !open || left == null ? "" : left == 0 ? t.say("sale.sold_out") : t.count("seats.left", left));
    }
}
