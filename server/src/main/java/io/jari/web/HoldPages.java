package io.jari.web;

import io.jari.account.Caller;
import io.jari.concert.DateTerms;
import io.jari.http.MoneyBody;
import io.jari.page.Frames;
import io.jari.page.PageHeaders;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.Payments;
import io.jari.seat.HoldBodies.HeldSeat;
import io.jari.seat.HoldBodies.HoldBody;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page of seats that somebody chose, with their money. */
@Singleton
class HoldPages {
    private final Performances performances;
    private final Payments payments;
    private final PayViews ways;
    private final Frames frames;

    HoldPages(Performances performances, Payments payments, PayViews ways, Frames frames) {
        this.performances = performances;
        this.payments = payments;
        this.ways = ways;
        this.frames = frames;
    }

    /** @param notice what happened before; null: nothing */
    Response page(Visit visit, Caller caller, String id, @Nullable String notice, int status) {
        var t = visit.texts();
        var hold = performances.hold(caller, id);
        var terms = performances.terms(hold.dateId());
        var payment = payments.find(caller, id, 0, null);
        var page = new HoldPage(
                frames.of(visit, t.say("hold.title." + hold.status())),
                view(t, hold, terms, payment),
                isHeld(hold) ? pay(t, caller, hold, terms, payment) : null,
                PaymentWords.lines(t, payment, false),
                notice);
        return PageHeaders.leadingTo(payments.pages(), Response.status(status))
                .entity(page)
                .build();
    }

    /** Before tickets are given back; empty money lines: nothing has moved yet. */
    HoldPage.HoldView view(Visit visit, Caller caller, String id) {
        var hold = performances.hold(caller, id);
        return view(
                visit.texts(), hold, performances.terms(hold.dateId()), payments.find(caller, hold.holdId(), 0, null));
    }

    private PayView pay(Texts t, Caller caller, HoldBody hold, DateTerms terms, PaymentBody payment) {
        var due = hold.payment();
        var until = t.clock(Objects.requireNonNull(hold.heldUntil(), "held"), terms.zone());
        var words = isOver(hold) ? t.say("hold.over") : t.say("hold.until", until);
        return ways.of(t, caller, payment, new MoneyBody(due.amount(), due.currency()), words);
    }

    private HoldPage.HoldView view(Texts t, HoldBody hold, DateTerms terms, PaymentBody payment) {
        var now = performances.now();
        var concert = performances.concert(hold.concertId());
        var currency = hold.payment().currency();
        var refundable = hold.status().equals("sold") && terms.isRefundable(now);
        var live = isHeld(hold) && !isOver(hold);
        var state = state(hold, payment);
        return new HoldPage.HoldView(
                hold.holdId(),
                Links.hold(hold.holdId()),
                t.pick(concert.title()),
                Links.date(hold.concertId(), hold.dateId()),
                t.pick(concert.hall()),
                Performances.when(t, terms.startsAt(), terms.zone()),
                state,
                t.say("hold.state." + state),
                explanation(t, hold),
                hold.seats().stream().map(seat -> row(t, seat, currency)).toList(),
                t.money(hold.payment().amount(), currency),
                live ? new HoldPage.TimeLeft(secondsLeft(hold, now), t.say("hold.left", "{0}")) : null,
                live && !hold.extended(),
                isHeld(hold),
                refundable ? Links.release(hold.holdId()) : null,
                isHeld(hold) || hold.status().equals("sold") ? refunds(t, terms) : "",
                hold.status().equals("sold") ? Links.tickets(hold.dateId()) : null,
                again(hold, terms));
    }

    private static @Nullable String again(HoldBody hold, DateTerms terms) {
        var over = terms.status() == DateTerms.Status.CANCELED;
        return over || isHeld(hold) || hold.status().equals("sold")
                ? null
                : Links.date(hold.concertId(), hold.dateId());
    }

    static String refunds(Texts t, DateTerms terms) {
        return terms.refundsUntil() == null
                ? t.say("refunds.none")
                : t.say("refunds.until", t.moment(terms.refundsUntil(), terms.zone()));
    }

    private static HoldPage.SeatRow row(Texts t, HeldSeat seat, String currency) {
        return new HoldPage.SeatRow(
                Performances.seat(t, seat.zone(), seat.row(), seat.number()),
                seat.mark() == null ? seat.category() : seat.category() + ", " + t.say("seats.mark." + seat.mark()),
                t.money(seat.price(), currency));
    }

    private static String state(HoldBody hold, PaymentBody payment) {
        return hold.status().equals("refunded") && PaymentWords.isRefunding(payment) ? "refunding" : hold.status();
    }

    private String explanation(Texts t, HoldBody hold) {
        if (isHeld(hold) && isOver(hold)) {
            return "";
        }
        var why = "hold.why." + hold.reason();
        var byState = "hold.why." + hold.status();
        return hold.reason() != null && !hold.reason().equals("guest") && t.has(why) ? t.say(why) : t.say(byState);
    }

    private static boolean isHeld(HoldBody hold) {
        return hold.status().equals("held");
    }

    /** Its time has passed and nobody has taken the seats yet. */
    private boolean isOver(HoldBody hold) {
        return hold.heldUntil() != null && !performances.now().isBefore(hold.heldUntil());
    }

    /** Rounded up: who comes back when they are over finds it over. */
    private static long secondsLeft(HoldBody hold, Instant now) {
        return Duration.between(now, hold.heldUntil()).toSeconds() + 1;
    }
}
