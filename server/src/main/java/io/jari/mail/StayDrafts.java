package io.jari.mail;

import io.jari.booking.GuestDetails;
import io.jari.booking.Reservation;
import io.jari.booking.ReservationLookup;
import io.jari.core.stay.HotelClock;
import io.jari.hotel.HotelDetails;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomTypes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters about stays, as they stand when the letter is sent. */
@Singleton
class StayDrafts {
    private final ReservationLookup reservations;
    private final Hotels hotels;
    private final RoomTypes roomTypes;
    private final Recipients recipients;

    StayDrafts(ReservationLookup reservations, Hotels hotels, RoomTypes roomTypes, Recipients recipients) {
        this.reservations = reservations;
        this.hotels = hotels;
        this.roomTypes = roomTypes;
        this.recipients = recipients;
    }

    /** A stay, and whom to tell of it. */
    record Stay(Reservation reservation, @Nullable GuestDetails guest, HotelDetails hotel, Recipient to) {
        String title() {
            var nights = reservation.nights();
            var w = to.w();
            return w.pick(hotel.name()) + ", " + w.dates(nights.start(), nights.end());
        }

        Instant arrival() {
            return clock().at(reservation.nights().start(), Objects.requireNonNull(hotel.checkIn()));
        }

        Instant departure() {
            return clock().at(reservation.nights().end(), Objects.requireNonNull(hotel.checkOut()));
        }

        private HotelClock clock() {
            return new HotelClock(ZoneId.of(hotel.timeZone()));
        }
    }

    Optional<Stay> find(Letter letter) {
        var hotelId = Math.toIntExact(letter.partition().id());
        return reservations
                .find(hotelId, letter.subject())
                .flatMap(found -> recipient(found)
                        .map(to -> new Stay(
                                found.reservation(),
                                found.guest(),
                                hotels.find(hotelId).details(),
                                to)));
    }

    private Optional<Recipient> recipient(ReservationLookup.Found found) {
        var accountId = found.reservation().accountId();
        return accountId == null ? recipients.ofGuest(found.guest()) : recipients.of(accountId);
    }

    Draft confirmation(Letter letter, Sites sites, Instant now) {
        return find(letter)
                .map(stay -> stay.reservation().status().equals("paid")
                        ? confirmation(stay, sites, now)
                        : Draft.skipped("superseded"))
                .orElseGet(() -> Draft.skipped("no-address"));
    }

    private Draft confirmation(Stay stay, Sites sites, Instant now) {
        var r = stay.reservation();
        var w = stay.to().w();
        var zone = ZoneId.of(stay.hotel().timeZone());
        var draft = stay.to().draft(w.say("confirmation.subject", stay.title())).words(w.say("confirmation.words"));
        facts(draft, stay);
        draft.fact("total", w.money(r.total(), r.terms().currency()))
                .fact(
                        "terms",
                        w.say(
                                "terms.words",
                                w.moment(r.terms().freeUntil(), zone),
                                w.money(r.terms().cancelFee(), r.terms().currency())))
                .note(w.say("calendar"));
        var url = r.accountId() == null ? "" : sites.reservation(r.reservationId());
        if (!url.isEmpty()) {
            draft.action("reservation.action", url);
        }
        var text = draft.done(sites.name());
        return new Draft.Written(stay.to().email(), text, List.of(), List.of(calendar(stay, sites, url, now)));
    }

    private Draft.Enclosure calendar(Stay stay, Sites sites, String url, Instant now) {
        var w = stay.to().w();
        var r = stay.reservation();
        var file = new CalendarFile(
                r.reservationId() + "@" + sites.name(),
                now,
                stay.arrival(),
                stay.departure(),
                w.pick(stay.hotel().name()),
                w.pick(stay.hotel().address()),
                w.say("reservation") + ": " + r.reservationId(),
                url);
        return new Draft.Enclosure("stay.ics", CalendarFile.TYPE, file.text().getBytes(StandardCharsets.UTF_8));
    }

    Draft cancellation(Letter letter, Sites sites) {
        return find(letter)
                .map(stay -> switch (stay.reservation().status()) {
                    case "canceled", "refunded" -> canceled(stay, sites);
                    default -> Draft.skipped("superseded");
                })
                .orElseGet(() -> Draft.skipped("no-address"));
    }

    private Draft canceled(Stay stay, Sites sites) {
        var r = stay.reservation();
        var w = stay.to().w();
        var why = "cancellation.words." + Objects.requireNonNullElse(r.cancelReason(), "");
        var draft = stay.to()
                .draft(w.say("cancellation.subject", stay.title()))
                .words(w.has(why) ? w.say(why) : w.say("cancellation.words"));
        if (r.status().equals("refunded")) {
            draft.words(w.say("cancellation.back"));
        }
        facts(draft, stay);
        var fee = r.feeCharged();
        if (fee != null && fee > 0) {
            draft.fact("fee", w.money(fee, r.terms().currency()));
        }
        if (r.accountId() != null) {
            draft.action("reservation.action", sites.reservation(r.reservationId()));
        }
        return new Draft.Written(stay.to().email(), draft.done(sites.name()), List.of(), List.of());
    }

    private void facts(LetterText.Draft draft, Stay stay) {
        var r = stay.reservation();
        var hotel = stay.hotel();
        var w = stay.to().w();
        var nights = r.nights();
        var type = roomTypes.find(r.hotelId(), r.roomTypeId()).details();
        draft.fact("hotel", w.pick(hotel.name()))
                .fact("address", w.pick(hotel.address()))
                .fact("arrival", w.say("arrival.words", w.date(nights.start()), String.valueOf(hotel.checkIn())))
                .fact("departure", w.say("departure.words", w.date(nights.end()), String.valueOf(hotel.checkOut())))
                .fact(
                        "room",
                        w.say(
                                "room.words",
                                w.pick(type.name()),
                                w.count("rooms", r.rooms()),
                                w.count("nights", nights.nights())));
        var guest = stay.guest();
        if (guest != null) {
            draft.fact("guest", w.say("guest.words", guest.name(), w.count("people", guest.partySize())));
        }
        draft.fact("reservation", r.reservationId());
    }
}
