package io.jari.ticket;

import io.jari.concert.DateSeats;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.commit.Outcome;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import io.jari.seat.Answer;
import io.jari.seat.Command;
import io.jari.seat.SeatHold;
import io.jari.seat.SeatHolds;
import io.jari.ticket.DoorBodies.CheckInBody;
import io.jari.ticket.DoorBodies.CheckInsBody;
import io.jari.ticket.DoorBodies.DoorListBody;
import io.jari.ticket.DoorBodies.DoorSeat;
import io.jari.ticket.DoorBodies.DoorTicket;
import io.jari.ticket.DoorBodies.GateBody;
import io.jari.ticket.DoorBodies.OtherDate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The doors of a date: who may come in, how many have, and the list for when nothing works. All of it blocks. */
@ApplicationScoped
public class Doors {
    /** No hall of a plan has more. */
    private static final int MOST_TICKETS = 100_000;

    private final Jdbi jdbi;
    private final Dates dates;
    private final SeatHolds holds;
    private final TicketTokens tokens;

    public Doors(DataSource dataSource, Dates dates, SeatHolds holds, TicketTokens tokens) {
        this.jdbi = Jdbi.create(dataSource);
        this.dates = dates;
        this.holds = holds;
        this.tokens = tokens;
    }

    private DateTerms date(int concertId, int dateId) {
        return dates.recent(dateId)
                .filter(terms -> terms.concertId() == concertId)
                .orElseThrow(() -> Problem.notFound("date").exception());
    }

    /** Lets somebody in, once for each ticket, whichever doors are asked how often. */
    Response checkIn(String actor, int concertId, int dateId, String shown, String gate) {
        var terms = date(concertId, dateId);
        return switch (tokens.read(whole(dateId, shown))) {
            case TicketTokens.Read.Forged() -> said("forged", null, null, null);
            case TicketTokens.Read.Valid ticket when ticket.dateId() != dateId -> wrongDate(ticket.dateId());
            case TicketTokens.Read.Valid(var _, var holdId, var seat) ->
                answered(
                        holds.submit(dateId, new Command.CheckIn(holdId, seat, gate, actor))
                                .join(),
                        terms.seats(),
                        seat,
                        gate);
        };
    }

    /** The token itself, or the ticket of the date that it ends: what somebody types whose code no scanner reads. */
    private String whole(int dateId, String shown) {
        if (shown.length() != TicketTokens.LAST) {
            return shown;
        }
        var ending = jdbi.withHandle(handle -> DoorStore.ids(handle, dateId, MOST_TICKETS)).stream()
                .map(id -> tokens.token(dateId, id.holdId(), id.seat()))
                .filter(token -> token.endsWith(shown))
                .toList();
        if (ending.size() > 1) {
            throw Problem.of(409, "several-tickets", "Several tickets end so")
                    .detail("Scan the code, or send the whole token.")
                    .exception();
        }
        return ending.isEmpty() ? shown : ending.getFirst();
    }

    private Response wrongDate(int dateId) {
        return jdbi.withHandle(handle -> DoorStore.occasion(handle, dateId))
                .map(o -> Response.ok(new CheckInBody(
                                "wrong-date",
                                null,
                                null,
                                null,
                                new OtherDate(
                                        Integer.toString(o.concertId()),
                                        Integer.toString(dateId),
                                        o.title(),
                                        o.startsAt(),
                                        o.timeZone())))
                        .build())
                .orElseGet(() -> said("forged", null, null, null));
    }

    private static Response answered(Outcome<Answer> outcome, DateSeats seats, int seat, String gate) {
        if (!(outcome instanceof Outcome.Decided<Answer>(Answer answer))) {
            return Undecided.of(outcome);
        }
        return switch (answer) {
            case Answer.Entered(var _, var at) -> said("valid", seat(seats, seat), at, gate);
            case Answer.EnteredBefore(var hold, var at, var where) ->
                said(isGivenBack(hold) ? "refunded" : "used", seat(seats, seat), at, where);
            case Answer.NotPossible(var hold, var _) ->
                said(isGivenBack(hold) ? "refunded" : "canceled", seat(seats, seat), null, null);
            // Signed by us and known to nobody: the database is another one than the ticket was sold from.
            case Answer.NotFound(), Answer.NoDate() -> said("forged", null, null, null);
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    private static boolean isGivenBack(SeatHold hold) {
        return !hold.hasSeats();
    }

    private static Response said(
            String result, @Nullable DoorSeat seat, @Nullable Instant usedAt, @Nullable String gate) {
        return Response.ok(new CheckInBody(result, seat, usedAt, gate, null)).build();
    }

    private static DoorSeat seat(DateSeats seats, int number) {
        var seat = seats.get(number);
        return new DoorSeat(
                seat.zone(),
                seat.row(),
                seat.number(),
                seats.categories().get(seat.category()).name(),
                seat.mark());
    }

    /** How many are in, of how many. */
    public CheckInsBody progress(int concertId, int dateId) {
        date(concertId, dateId);
        return jdbi.withHandle(handle -> {
            var gates = DoorStore.gates(handle, dateId);
            return new CheckInsBody(
                    DoorStore.sold(handle, dateId),
                    gates.stream().mapToInt(DoorStore.Gate::admitted).sum(),
                    gates.stream()
                            .map(g -> new GateBody(g.gate(), g.admitted()))
                            .toList());
        });
    }

    /** Every ticket of a date, in the order of the hall. */
    DoorListBody list(int concertId, int dateId) {
        date(concertId, dateId);
        return jdbi.withHandle(handle -> {
            var occasion = DoorStore.occasion(handle, dateId)
                    .orElseThrow(() -> Problem.notFound("date").exception());
            var tickets = DoorStore.sold(handle, dateId, MOST_TICKETS).stream()
                    .map(t -> new DoorTicket(
                            t.zone(),
                            t.row(),
                            t.number(),
                            t.category(),
                            t.mark(),
                            shortened(t.name()),
                            last(tokens.token(dateId, t.id().holdId(), t.id().seat())),
                            t.usedAt()))
                    .toList();
            return new DoorListBody(
                    Integer.toString(concertId),
                    Integer.toString(dateId),
                    occasion.title(),
                    occasion.hall(),
                    occasion.startsAt(),
                    occasion.timeZone(),
                    tickets);
        });
    }

    /** Enough to ask whoever stands there for their name, and too little to take one away. */
    static String shortened(@Nullable String name) {
        var letters = name == null ? new int[0] : name.strip().codePoints().toArray();
        return switch (letters.length) {
            case 0 -> "";
            case 1 -> Character.toString(letters[0]);
            default -> Character.toString(letters[0]) + "…" + Character.toString(letters[letters.length - 1]);
        };
    }

    private static String last(String token) {
        return token.substring(token.length() - TicketTokens.LAST);
    }
}
