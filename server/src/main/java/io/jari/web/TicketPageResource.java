package io.jari.web;

import io.jari.account.Caller;
import io.jari.concert.DateTerms;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.ticket.TicketBodies.TicketBody;
import io.jari.ticket.Tickets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One's own tickets. */
@Path("/tickets")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class TicketPageResource {
    private static final int MOST = 100;

    /** Whoever stands before the door when it has begun still finds the ticket on top. */
    private static final Duration A_CONCERT = Duration.ofHours(4);

    private final Tickets tickets;
    private final Performances performances;
    private final Frames frames;
    private final CurrentVisit current;

    public TicketPageResource(Tickets tickets, Performances performances, Frames frames, CurrentVisit current) {
        this.tickets = tickets;
        this.performances = performances;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("cursor") @Nullable String cursor) {
        var visit = current.get();
        var date = new Form(visit.query()).number("date");
        return visit.signedIn(caller -> {
            var found = tickets.of(caller, date, cursor, MOST);
            var next = found.next() == null
                    ? null
                    : "/tickets?" + (date == null ? "" : "date=" + date + "&") + "cursor=" + found.next();
            return Response.ok(page(visit, found.tickets(), next)).build();
        });
    }

    private TicketsPage page(Visit visit, List<TicketBody> all, @Nullable String next) {
        var t = visit.texts();
        var recently = performances.now().minus(A_CONCERT);
        var coming = all.stream()
                .filter(ticket -> isComing(ticket, recently))
                .sorted(Comparator.comparing(TicketBody::startsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var past = all.stream().filter(ticket -> !isComing(ticket, recently)).toList();
        return new TicketsPage(
                frames.of(visit, t.say("tickets.title")),
                coming.stream().map(ticket -> row(t, ticket)).toList(),
                past.stream().map(ticket -> row(t, ticket)).toList(),
                next);
    }

    private static boolean isComing(TicketBody ticket, Instant recently) {
        return isGood(ticket) && (ticket.startsAt() == null || ticket.startsAt().isAfter(recently));
    }

    private static boolean isGood(TicketBody ticket) {
        return ticket.status().equals("valid") || ticket.status().equals("used");
    }

    private TicketsPage.Row row(Texts t, TicketBody ticket) {
        var state = state(ticket);
        return new TicketsPage.Row(
                Links.ticket(ticket.ticketId()),
                t.pick(ticket.title()),
                Performances.when(t, ticket.startsAt(), ZoneId.of(ticket.timeZone())),
                t.pick(ticket.hall()),
                seat(t, ticket),
                state,
                t.say("ticket.state." + state));
    }

    /** Who lost it with the concert did not give it back. */
    private String state(TicketBody ticket) {
        var gone = !isGood(ticket) && performances.terms(ticket.dateId()).status() == DateTerms.Status.CANCELED;
        return gone ? "canceled" : ticket.status();
    }

    private static String seat(Texts t, TicketBody ticket) {
        return Performances.seat(t, ticket.zone(), ticket.row(), ticket.number());
    }

    @GET
    @Path("/{ticketID}")
    @Operation(hidden = true)
    public Response ticket(@PathParam("ticketID") String id) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var view = view(visit.texts(), caller, id);
            return Response.ok(new TicketPage(frames.of(visit, visit.texts().say("ticket.title")), view))
                    .build();
        });
    }

    private TicketPage.TicketView view(Texts t, Caller caller, String id) {
        var ticket = tickets.find(caller, id);
        var zone = ZoneId.of(ticket.timeZone());
        var terms = performances.terms(ticket.dateId());
        var state = state(ticket);
        var refundable = ticket.status().equals("valid") && terms.isRefundable(performances.now());
        return new TicketPage.TicketView(
                t.pick(ticket.title()),
                Links.concert(ticket.concertId()),
                Performances.when(t, ticket.startsAt(), zone),
                t.pick(ticket.hall()),
                seat(t, ticket),
                ticket.category(),
                ticket.mark() == null ? null : t.say("seats.mark." + ticket.mark()),
                state,
                t.say("ticket.state." + state),
                words(t, ticket, zone),
                ticket.token() == null ? null : "/v1" + Links.ticket(ticket.ticketId()) + "/qr.svg",
                ticket.token(),
                Links.hold(ticket.holdId()),
                refundable ? Links.release(ticket.holdId()) : null,
                ticket.status().equals("valid") ? HoldPages.refunds(t, terms) : "");
    }

    private static String words(Texts t, TicketBody ticket, ZoneId zone) {
        if (!isGood(ticket)) {
            return t.say("ticket.ended");
        }
        return ticket.usedAt() == null ? "" : t.say("ticket.used", t.moment(ticket.usedAt(), zone));
    }
}
