package io.jari.console.desk;

import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.ChangeBodies.ChangeWish;
import io.jari.booking.ChangeBodies.Offered;
import io.jari.booking.FrontDeskResource;
import io.jari.core.stay.Claim;
import io.jari.http.Problem;
import io.jari.page.Form;
import io.jari.page.ProblemPages;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks what a change would cost, where the page's address says which. */
@Singleton
class StayChangeViews {
    private final FrontDeskResource frontDesk;

    StayChangeViews(FrontDeskResource frontDesk) {
        this.frontDesk = frontDesk;
    }

    StayChangeView of(Desk desk, Form form, ReservationBody stay) {
        var wish = new ChangeWish(
                Objects.requireNonNullElse(Asked.date(form, "startDate"), stay.startDate()),
                Objects.requireNonNullElse(Asked.date(form, "endDate"), stay.endDate()),
                Objects.requireNonNullElse(Asked.id(form, "roomTypeID"), stay.roomTypeId()),
                Asked.number(form, "rooms", stay.rooms(), Claim.MAX_ROOMS));
        if (form.maybe("endDate") == null) {
            return view(desk, stay, wish, null, null);
        }
        try {
            var answer = frontDesk.offerChange(
                    stay.reservationId(), wish, desk.visit().who());
            return view(desk, stay, wish, offer(desk, stay, (Offered) answer.getEntity()), null);
        } catch (Problem problem) {
            return view(desk, stay, wish, null, words(desk, problem));
        }
    }

    private static String words(Desk desk, Problem problem) {
        var members = problem.members();
        var type = ProblemPages.type(problem.getResponse());
        if (members.get("errors") instanceof Iterable<?> flaws
                && flaws.iterator().next() instanceof Problem.Flaw flaw) {
            return desk.t().say(flaw.pointer().equals("/") ? "desk.change.same" : "desk.change.dates");
        }
        return ProblemPages.words(desk.t(), type, problem.getResponse().getStatus()) + " ("
                + Objects.toString(members.get("detail"), "") + ")";
    }

    private static StayChangeView view(
            Desk desk,
            ReservationBody stay,
            ChangeWish wish,
            StayChangeView.@Nullable Offer offer,
            @Nullable String refused) {
        return new StayChangeView(
                Objects.requireNonNull(wish.startDate()),
                Objects.requireNonNull(wish.endDate()),
                Objects.requireNonNull(wish.rooms()),
                stay.stay().equals("checked_in") || stay.startDate().isBefore(desk.today()),
                RackPage.Type.of(desk, Objects.requireNonNull(wish.roomTypeId())),
                offer,
                refused);
    }

    private static StayChangeView.Offer offer(Desk desk, ReservationBody stay, Offered offered) {
        var t = desk.t();
        var currency = offered.total().currency();
        var difference = offered.difference().amount();
        return new StayChangeView.Offer(
                offered.offer(),
                t.dates(offered.startDate(), offered.endDate()),
                desk.what(offered.roomTypeId(), offered.rooms()),
                offered.nights().stream()
                        .map(n -> new StayChangeView.Night(
                                t.date(n.date()), t.money(n.price(), currency, offered.rooms()), n.kept()))
                        .toList(),
                t.money(offered.before()),
                t.money(offered.total()),
                difference == 0
                        ? t.say("desk.change.even")
                        : t.say(
                                difference > 0 ? "desk.change.due" : "desk.change.back",
                                t.money(Math.abs(difference), currency)),
                difference != 0 && stay.status().equals("paid"),
                t.say(
                        "terms",
                        desk.moment(offered.cancellation().freeUntil()),
                        t.money(offered.cancellation().fee())));
    }
}
