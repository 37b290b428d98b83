package io.jari.booking;

import io.jari.booking.ChangeBodies.ChangeWish;
import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.http.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another stay in the place of the one agreed. Nights slept or kept cost what was agreed, new ones what they cost today; a free
 * cancellation that is over stays over.
 */
final class StayChange {
    private final DeskStay stay;
    private final Reservation reservation;
    private final Claim wanted;

    private StayChange(DeskStay stay, Claim wanted) {
        this.stay = stay;
        this.reservation = stay.reservation();
        this.wanted = wanted;
    }

    /** Throws a problem where the wish makes no sense for this stay. */
    static StayChange of(DeskStay stay, ChangeWish wish) {
        var now = stay.reservation();
        var nights = StayRequest.nights(
                or(wish.startDate(), now.nights().start()),
                or(wish.endDate(), now.nights().end()),
                "/startDate",
                "/endDate");
        var type = wish.roomTypeId() == null ? now.roomTypeId() : Integer.parseInt(wish.roomTypeId());
        return of(stay, new Claim(type, nights, or(wish.rooms(), now.rooms())));
    }

    static StayChange of(DeskStay stay, Claim wanted) {
        var change = new StayChange(stay, wanted);
        change.open();
        change.withinTime();
        change.fits();
        return change;
    }

    private static <T> T or(@Nullable T wished, T present) {
        return wished == null ? present : wished;
    }

    private void open() {
        var status = reservation.status();
        var open = reservation.stay().equals("booked") || reservation.stay().equals("checked_in");
        if (!open || !(status.equals("pending") || status.equals("paid"))) {
            throw BookingProblems.notPossible(reservation).exception();
        }
        if (wanted.equals(reservation.claim())) {
            throw Problem.invalid("/", "must change something").exception();
        }
    }

    private void withinTime() {
        var start = reservation.nights().start();
        var begun = reservation.stay().equals("checked_in") || start.isBefore(stay.today());
        if (begun && (!wanted.nights().start().equals(start) || wanted.rooms() != reservation.rooms())) {
            throw Problem.of(409, "stay-begun", "The stay has begun")
                    .detail("Its first day and the number of rooms stay as they are.")
                    .exception();
        }
        if (begun && !wanted.nights().end().isAfter(stay.today())) {
            throw Problem.of(409, "stay-begun", "The stay has begun")
                    .detail("It ends tomorrow at the earliest; check the guest out to end it today.")
                    .exception();
        }
        if (!begun && wanted.nights().start().isBefore(stay.today())) {
            throw BookingProblems.past(stay.today()).exception();
        }
    }

    private void fits() {
        var type = stay.tariff().roomType(wanted.roomTypeId());
        if (type == null) {
            throw BookingProblems.notSold(Answer.NotSold.What.ROOM_TYPE).exception();
        }
        if (type.closed() && wanted.roomTypeId() != reservation.roomTypeId()) {
            throw BookingProblems.notSold(Answer.NotSold.What.ROOM_TYPE_CLOSED).exception();
        }
        var most = type.maxGuests() * wanted.rooms();
        if (DeskStore.partySize(stay) > most) {
            throw Problem.of(422, "too-many-guests", "Too many guests")
                    .detail("The rooms sleep " + most + ".")
                    .with("most", most)
                    .exception();
        }
        if (reservation.stay().equals("checked_in") && wanted.roomTypeId() == reservation.roomTypeId()) {
            roomsFree();
        }
    }

    /** Whoever is in the house keeps the rooms for the nights that are added. */
    private void roomsFree() {
        var rooms = DeskRoomStore.read(stay.handle(), stay.hotelId(), stay.today());
        var id = reservation.reservationId();
        for (var given : rooms.of(id)) {
            rooms.free(
                    given.roomId(), new NightRange(stay.today(), wanted.nights().end()), id);
        }
    }

    /** Priced as of now; throws the problem that names the night where it is not free. */
    ChangeOffer offer(int minutes) {
        var held = held();
        var coming = coming();
        var move = StockMove.of(stay.change(), stay.hotelId(), List.of(held, coming));
        move.obstacle(held, coming).ifPresent(refused -> {
            throw BookingProblems.full(refused, false, List.of()).exception();
        });
        var priced =
                Pricing.terms(stay.tariff(), wanted, stay.now(), day -> move.percentSold(wanted.roomTypeId(), day));
        var prices = priced.nightlyPrices();
        for (var i = 0; i < prices.length; i++) {
            var night = wanted.nights().start().plusDays(i);
            if (keeps(night)) {
                prices[i] = reservation.terms()
                        .nightlyPrices()[
                        (int) ChronoUnit.DAYS.between(reservation.nights().start(), night)];
            }
        }
        var expiresAt = stay.now().plus(minutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        return new ChangeOffer(reservation.reservationId(), reservation.version(), wanted, terms(prices), expiresAt);
    }

    boolean keeps(LocalDate night) {
        return reservation.nights().contains(night)
                && (wanted.roomTypeId() == reservation.roomTypeId() || night.isBefore(stay.today()));
    }

    private Terms terms(long[] prices) {
        var agreed = reservation.terms();
        var fresh = stay.tariff().cancellation(wanted.nights(), wanted.rooms(), prices);
        var later = fresh.freeUntil().truncatedTo(ChronoUnit.SECONDS);
        return new Terms(
                agreed.currency(),
                prices,
                freeUntil(agreed.freeUntil(), later),
                fresh.feeAfter().minor());
    }

    private Instant freeUntil(Instant agreed, Instant later) {
        var sameStart = wanted.nights().start().equals(reservation.nights().start());
        return sameStart || stay.now().isAfter(agreed) ? agreed : later;
    }

    /** Exchanges the nights, whole or not at all. */
    Reservation apply(ChangeOffer offer) {
        var held = held();
        var coming = coming();
        StockMove.of(stay.change(), stay.hotelId(), List.of(held, coming)).exchange(held, coming);
        var after = reservation.with(wanted, offer.terms(), stay.change().version());
        if (reservation.stay().equals("checked_in")) {
            DeskRoomStore.lastUntil(stay, wanted.nights().end());
        }
        stay.write(after);
        return after;
    }

    /** Nights that are over leave both sides; of a stay that is over nothing is held. */
    private Claim held() {
        return stay.coming()
                .orElseThrow(() -> Problem.of(409, "stay-over", "The stay is over")
                        .detail("Its last night is over: make a new reservation.")
                        .exception());
    }

    private Claim coming() {
        return wanted.from(stay.today()).orElseThrow();
    }
}
