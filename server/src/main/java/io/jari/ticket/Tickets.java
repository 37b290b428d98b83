package io.jari.ticket;

import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.http.Cursor;
import io.jari.http.Problem;
import io.jari.seat.HoldIds;
import io.jari.ticket.TicketBodies.TicketBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tickets as those who bought them, and the organisers of their concert, may see them. Strangers are told 404. */
@ApplicationScoped
public class Tickets {
    private final Jdbi jdbi;
    private final HoldIds ids;
    private final TicketTokens tokens;

    public Tickets(DataSource dataSource, HoldIds ids, TicketTokens tokens) {
        this.jdbi = Jdbi.create(dataSource);
        this.ids = ids;
        this.tokens = tokens;
    }

    /** Some of them, and the cursor to those after. */
    public record Page(List<TicketBody> tickets, @Nullable String next) {}

    /** The caller's own, newest orders first; of one date, or of all. */
    public Page of(Caller caller, @Nullable Integer dateId, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : place(cursor);
        var found =
                jdbi.withHandle(handle -> TicketStore.ofAccount(handle, caller.accountId(), dateId, after, limit + 1));
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(t -> body(caller, t)).toList(), found.size() > limit ? cursor(page.getLast()) : null);
    }

    private static TicketStore.Place place(String cursor) {
        return Cursor.parse(
                cursor,
                3,
                parts ->
                        new TicketStore.Place(Cursor.time(parts.get(0)), parts.get(1), Integer.parseInt(parts.get(2))));
    }

    private static String cursor(Ticket last) {
        return Cursor.of(last.bookedAt(), last.id().holdId(), last.n());
    }

    /** One's own, or one of a concert that the caller organises. */
    public TicketBody find(Caller caller, String ticketId) {
        return body(
                caller,
                read(ticketId)
                        .filter(t -> isOwn(caller, t) || isOrganiser(caller, t))
                        .orElseThrow(Tickets::none));
    }

    /** What is sent to whoever bought them, and to nobody else: all of a hold, with the tokens of those that are good. */
    public List<TicketBody> toSend(int dateId, String holdId) {
        return jdbi.withHandle(handle -> TicketStore.ofHold(handle, dateId, holdId)).stream()
                .map(t -> TicketBodies.of(t, t.isGood() ? token(t) : null))
                .toList();
    }

    /** The QR code of one's own. */
    public String qr(Caller caller, String ticketId) {
        var ticket = read(ticketId).filter(t -> isOwn(caller, t)).orElseThrow(Tickets::none);
        if (!ticket.isGood()) {
            throw Problem.of(409, "ticket-ended", "The ticket is good no more")
                    .detail("It was given back, or its date was canceled.")
                    .exception();
        }
        return QrSvg.of(token(ticket));
    }

    private Optional<Ticket> read(String ticketId) {
        return TicketId.parse(ticketId).flatMap(id -> {
            var date = ids.date(id.holdId());
            return date.isEmpty()
                    ? Optional.empty()
                    : jdbi.withHandle(handle -> TicketStore.find(handle, date.getAsInt(), id));
        });
    }

    private TicketBody body(Caller caller, Ticket ticket) {
        return TicketBodies.of(ticket, isOwn(caller, ticket) && ticket.isGood() ? token(ticket) : null);
    }

    private String token(Ticket ticket) {
        return tokens.token(ticket.dateId(), ticket.id().holdId(), ticket.id().seat());
    }

    private static boolean isOwn(Caller caller, Ticket ticket) {
        return caller.accountId() == ticket.accountId();
    }

    private static boolean isOrganiser(Caller caller, Ticket ticket) {
        return caller.staff() && caller.rights().allows(Role.ORGANISER, Scope.concert(ticket.concertId()));
    }

    private static Problem none() {
        return Problem.notFound("ticket").exception();
    }
}
