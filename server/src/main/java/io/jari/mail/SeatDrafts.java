package io.jari.mail;

import io.jari.concert.Concerts;
import io.jari.concert.Dates;
import io.jari.http.Prose;
import io.jari.seat.HoldLookup;
import io.jari.seat.SeatHold;
import io.jari.ticket.QrPng;
import io.jari.ticket.TicketBodies.TicketBody;
import io.jari.ticket.Tickets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters about tickets, as they stand when the letter is sent. */
@Singleton
class SeatDrafts {
    /** How long it takes is not known; what has no end is a hair in most calendars. */
    private static final Duration A_CONCERT = Duration.ofHours(2);

    private final HoldLookup holds;
    private final Tickets tickets;
    private final Concerts concerts;
    private final Dates dates;
    private final Recipients recipients;

    SeatDrafts(HoldLookup holds, Tickets tickets, Concerts concerts, Dates dates, Recipients recipients) {
        this.holds = holds;
        this.tickets = tickets;
        this.concerts = concerts;
        this.dates = dates;
        this.recipients = recipients;
    }

    /** Seats of a date, and whom to tell of them. Seats are there once sold. */
    record Order(SeatHold hold, List<TicketBody> tickets, String address, Recipient to) {
        TicketBody first() {
            return tickets.getFirst();
        }

        String title() {
            return to.w().pick(first().title()) + ", " + when();
        }

        String when() {
            var startsAt = first().startsAt();
            return startsAt == null ? to.w().say("when.unknown") : to.w().moment(startsAt, zone());
        }

        String where() {
            var hall = to.w().pick(first().hall());
            return address.isBlank() ? hall : hall + ", " + address;
        }

        ZoneId zone() {
            return ZoneId.of(first().timeZone());
        }
    }

    /** Empty where nothing was sold by this id, or nobody is to be told. */
    Optional<Order> find(Letter letter) {
        var dateId = Math.toIntExact(letter.partition().id());
        return holds.find(dateId, letter.subject())
                .flatMap(hold -> recipients.of(hold.accountId()).flatMap(to -> {
                    var seats = tickets.toSend(dateId, hold.holdId());
                    return seats.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Order(hold, seats, to.w().pick(address(seats.getFirst())), to));
                }));
    }

    private @Nullable Prose address(TicketBody ticket) {
        return concerts.find(Integer.parseInt(ticket.concertId())).details().address();
    }

    Draft tickets(Letter letter, Sites sites, Instant now) {
        return find(letter)
                .map(order -> order.tickets().stream().allMatch(t -> t.token() != null)
                        ? tickets(order, sites, now)
                        : Draft.skipped("superseded"))
                .orElseGet(() -> Draft.skipped("no-address"));
    }

    private Draft tickets(Order order, Sites sites, Instant now) {
        var w = order.to().w();
        var draft = order.to().draft(w.say("tickets.subject", order.title())).words(w.say("tickets.words"));
        facts(draft, order);
        draft.fact("total", w.money(order.hold().total(), order.hold().currency()));
        refunds(draft, order);
        var pictures = new ArrayList<Draft.Enclosure>();
        for (var ticket : order.tickets()) {
            var name = "ticket-" + (pictures.size() + 1) + ".png";
            var seat = w.seat(ticket.zone(), ticket.row(), ticket.number());
            draft.pass(new LetterText.Pass(
                    seat,
                    ticket.category() + ", "
                            + w.money(ticket.price().amount(), ticket.price().currency()),
                    sites.ticket(ticket.ticketId()),
                    name,
                    w.say("qr", seat)));
            pictures.add(new Draft.Enclosure(
                    name, "image/png", QrPng.of(Objects.requireNonNull(ticket.token(), "it is good"))));
        }
        draft.action("tickets.action", sites.tickets(order.first().dateId()));
        draft.note(w.say("tickets.note"));
        var startsAt = order.first().startsAt();
        if (startsAt == null) {
            return new Draft.Written(order.to().email(), draft.done(sites.name()), pictures, List.of());
        }
        draft.note(w.say("calendar"));
        var file = calendar(order, sites, startsAt, now);
        return new Draft.Written(order.to().email(), draft.done(sites.name()), pictures, List.of(file));
    }

    private void refunds(LetterText.Draft draft, Order order) {
        var until = dates.recent(order.hold().dateId())
                .map(terms -> terms.refundsUntil())
                .orElse(null);
        var w = order.to().w();
        draft.fact(
                "refunds",
                until == null ? w.say("refunds.none") : w.say("refunds.words", w.moment(until, order.zone())));
    }

    private static Draft.Enclosure calendar(Order order, Sites sites, Instant startsAt, Instant now) {
        var w = order.to().w();
        var seats = String.join(
                "\n",
                order.tickets().stream()
                        .map(t -> w.seat(t.zone(), t.row(), t.number()))
                        .toList());
        var file = new CalendarFile(
                order.hold().holdId() + "@" + sites.name(),
                now,
                startsAt,
                startsAt.plus(A_CONCERT),
                w.pick(order.first().title()),
                order.where(),
                seats,
                sites.tickets(order.first().dateId()));
        return new Draft.Enclosure("concert.ics", CalendarFile.TYPE, file.text().getBytes(StandardCharsets.UTF_8));
    }

    Draft canceled(Letter letter, Sites sites) {
        return find(letter)
                .map(order -> order.hold().status() == SeatHold.Status.REFUNDED
                        ? canceled(order, sites)
                        : Draft.skipped("superseded"))
                .orElseGet(() -> Draft.skipped("no-address"));
    }

    private Draft canceled(Order order, Sites sites) {
        var w = order.to().w();
        var reason = order.hold().reason();
        var why = "tickets-canceled.words." + (reason == null ? "" : reason.wire());
        var draft = order.to()
                .draft(w.say("tickets-canceled.subject", order.title()))
                .words(w.has(why) ? w.say(why) : w.say("tickets-canceled.words"))
                .words(w.say("tickets-canceled.back"));
        facts(draft, order);
        draft.action("hold.action", sites.hold(order.hold().holdId()));
        return new Draft.Written(order.to().email(), draft.done(sites.name()), List.of(), List.of());
    }

    private static void facts(LetterText.Draft draft, Order order) {
        var w = order.to().w();
        draft.fact("concert", w.pick(order.first().title()))
                .fact("when", order.when())
                .fact("where", order.where());
        if (order.hold().status() == SeatHold.Status.REFUNDED) {
            draft.fact(
                    "seats",
                    String.join(
                            "; ",
                            order.tickets().stream()
                                    .map(t -> w.seat(t.zone(), t.row(), t.number()))
                                    .toList()));
        } else {
            draft.fact("seats", w.count("tickets", order.tickets().size()));
        }
    }
}
