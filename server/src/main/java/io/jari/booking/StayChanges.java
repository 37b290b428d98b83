package io.jari.booking;

import io.jari.booking.ChangeBodies.ChangeRequest;
import io.jari.booking.ChangeBodies.ChangeWish;
import io.jari.booking.ChangeBodies.Changed;
import io.jari.booking.ChangeBodies.ChangedNight;
import io.jari.booking.ChangeBodies.Offered;
import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** Shows what a change would cost, then makes it. */
@ApplicationScoped
public class StayChanges {
    private static final String TOLD = "reservation.changed";
    private static final int NAME_CHARACTERS = 20;
    private final ChangeOffers offers;
    private final int minutes;

    public StayChanges(ChangeOffers offers, BookingSettings settings) {
        this.offers = offers;
        this.minutes = settings.quoteMinutes();
    }

    /** Changes nothing. */
    Done<Offered> offer(DeskStay stay, ChangeWish wish) {
        var change = StayChange.of(stay, wish);
        var offer = change.offer(minutes);
        var claim = offer.claim();
        var terms = offer.terms();
        var before = stay.reservation().total();
        var total = terms.total(claim.rooms());
        var nights = new ArrayList<ChangedNight>();
        for (var i = 0; i < terms.nightlyPrices().length; i++) {
            var night = claim.nights().start().plusDays(i);
            nights.add(new ChangedNight(night, terms.nightlyPrices()[i], change.keeps(night)));
        }
        return new Done<>(
                new Offered(
                        offers.sign(offer),
                        offer.expiresAt(),
                        offer.reservationId(),
                        Integer.toString(claim.roomTypeId()),
                        claim.nights().start(),
                        claim.nights().end(),
                        claim.rooms(),
                        nights,
                        BookingBody.money(terms, total),
                        BookingBody.money(terms, before),
                        BookingBody.money(terms, total - before),
                        BookingBody.cancellation(terms)),
                false);
    }

    /** The same offer again changes nothing more. */
    Done<Changed> apply(DeskStay stay, ChangeRequest request) {
        var offer = offers.open(request.offer())
                .filter(o -> o.reservationId().equals(stay.reservation().reservationId()))
                .orElseThrow(() -> Problem.of(422, "unknown-offer", "Unknown offer")
                        .flaw("/offer", "is not one that was made for this reservation")
                        .exception());
        var told = DeskStore.told(stay, TOLD, name(request));
        if (told.isPresent()) {
            var difference = DeskJournal.read(told.get()).path("difference").asLong();
            return changed(stay.reservation(), difference, true);
        }
        if (offer.basedOn() != stay.reservation().version() || !stay.now().isBefore(offer.expiresAt())) {
            throw Problem.of(409, "offer-stale", "The offer is stale")
                    .detail("Something has changed since, or its time is over: ask for a new one.")
                    .exception();
        }
        return apply(stay, offer, request);
    }

    private static Done<Changed> apply(DeskStay stay, ChangeOffer offer, ChangeRequest request) {
        var before = stay.reservation();
        var difference = offer.terms().total(offer.claim().rooms()) - before.total();
        var settles = before.status().equals("paid") && difference != 0;
        if (settles && request.method() == null) {
            throw Problem.invalid("/method", "must say how the difference is paid or given back")
                    .exception();
        }
        var after = StayChange.of(stay, offer.claim()).apply(offer);
        if (settles) {
            DeskMoney.settle(stay, difference, String.valueOf(request.method()));
        }
        if (!before.status().equals("paid") && difference != 0) {
            DeskMoney.giveUp(stay); // at the old price
        }
        var body = DeskJournal.body().put("offer", name(request)).put("difference", difference);
        body.set("before", DeskJournal.stay(before));
        body.set("after", DeskJournal.stay(after));
        stay.change().journal(TOLD, before.reservationId(), body.toString());
        return changed(after, difference, false);
    }

    /** How the journal names an offer: by the end of its signature. */
    private static String name(ChangeRequest request) {
        var token = request.offer();
        return token.substring(Math.max(0, token.length() - NAME_CHARACTERS));
    }

    private static Done<Changed> changed(Reservation reservation, long difference, boolean repeated) {
        return new Done<>(
                new Changed(BookingBody.present(reservation, null), BookingBody.money(reservation.terms(), difference)),
                repeated);
    }
}
