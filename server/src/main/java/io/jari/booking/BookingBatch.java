package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.Inventory;
import io.jari.payment.PaymentRows;
import io.jari.rate.Tariff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands of one hotel in order, on what was read under its lock. Duplicate ids fold by themselves: what one command made,
 * the next one finds.
 */
final class BookingBatch {
    private final int hotelId;
    private final Tariff tariff;
    private final Nights nights;
    private final Instant now;
    private final long version;
    private final LocalDate today;
    private final Inventory inventory;
    private final Map<String, Reservation> known;
    private final Map<String, Reservation> made = new LinkedHashMap<>();
    private final Map<String, Reservation> changed = new LinkedHashMap<>();
    private final Map<String, GuestDetails> guests = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<DeskPayment> deskPayments = new ArrayList<>();
    private final BookingPayments payments;

    /** A journal row to be. */
    record Entry(String actor, String action, String subject, String body) {}

    /** Money taken at the desk. */
    record DeskPayment(String reservationId, String method, long amount, String actor) {}

    /** @param payments of the reservations whose money the commands may touch */
    BookingBatch(
            int hotelId,
            Tariff tariff,
            Nights nights,
            Map<String, Reservation> known,
            PaymentRows payments,
            Instant now,
            long version) {
        this.hotelId = hotelId;
        this.tariff = tariff;
        this.nights = nights;
        this.known = known;
        this.now = now;
        this.version = version;
        this.today = LocalDate.ofInstant(now, tariff.zone());
        this.inventory = nights.inventory();
        this.payments = new BookingPayments(this, payments);
    }

    Answer decide(Command command) {
        return switch (command) {
            case Command.Reserve reserve -> reserve(reserve);
            case Command.Cancel cancel -> new Cancellations(this).cancel(cancel);
            case Command.Expire expire -> new Cancellations(this).expire(expire);
            case Command.CloseNights close -> new Cancellations(this).closeNights(close);
            case Command.Pay pay -> pay(pay);
            case Command.OfPayment(var id, var actor, var event) ->
                known.containsKey(id) ? payments.decide(id, event, actor) : new Answer.NotFound();
        };
    }

    private Answer reserve(Command.Reserve c) {
        var before = known.get(c.reservationId());
        if (before != null) {
            return Arrays.equals(before.requestHash(), c.requestHash())
                    ? new Answer.Reserved(before, true)
                    : new Answer.IdReused();
        }
        return obstacle(c)
                .or(() -> RecentStays.question(hotelId, c, known.values(), now))
                .orElseGet(() -> sell(c));
    }

    private Optional<Answer> obstacle(Command.Reserve c) {
        if (tariff.closed()) {
            return Optional.of(new Answer.NotSold(Answer.NotSold.What.HOTEL_CLOSED));
        }
        var type = tariff.roomType(c.claim().roomTypeId());
        if (type == null) {
            return Optional.of(new Answer.NotSold(Answer.NotSold.What.ROOM_TYPE));
        }
        if (type.closed()) {
            return Optional.of(new Answer.NotSold(Answer.NotSold.What.ROOM_TYPE_CLOSED));
        }
        var most = Math.multiplyExact(type.maxGuests(), c.claim().rooms());
        if (c.guest().partySize() > most) {
            return Optional.of(new Answer.TooManyGuests(most));
        }
        if (c.claim().nights().start().isBefore(today)) {
            return Optional.of(new Answer.PastNight(today));
        }
        return c.offer() != null && !now.isBefore(c.offer().expiresAt())
                ? Optional.of(new Answer.OfferExpired())
                : Optional.empty();
    }

    private Answer sell(Command.Reserve c) {
        var claim = c.claim();
        if (inventory.reserve(claim) instanceof Decision.Refused refused) {
            return new Answer.Refused(refused);
        }
        var terms = c.offer() != null ? c.offer().terms() : todaysTerms(claim);
        var reservation = new Reservation(
                hotelId,
                c.reservationId(),
                c.accountId(),
                claim.roomTypeId(),
                claim.nights(),
                claim.rooms(),
                "pending",
                "booked",
                terms,
                null,
                null,
                c.requestHash(),
                now.truncatedTo(ChronoUnit.MICROS),
                version,
                now.truncatedTo(ChronoUnit.MICROS).plus(tariff.pendingMinutes(), ChronoUnit.MINUTES),
                version,
                null);
        known.put(c.reservationId(), reservation);
        made.put(c.reservationId(), reservation);
        guests.put(c.reservationId(), c.guest());
        tell(c.actor(), "reservation.created", c.reservationId(), BookingJournal.created(reservation));
        return new Answer.Reserved(reservation, false);
    }

    /** Prices follow the occupancy as it was when the batch began. */
    private Terms todaysTerms(Claim claim) {
        return Pricing.terms(tariff, claim, now, day -> {
            var row = nights.get(claim.roomTypeId(), day);
            return row == null ? 0 : row.percentSold();
        });
    }

    private Answer pay(Command.Pay c) {
        var reservation = known.get(c.reservationId());
        if (reservation == null) {
            return new Answer.NotFound();
        }
        return switch (reservation.status()) {
            case "paid" -> new Answer.Paid(reservation, true);
            case "pending" -> {
                var paid = reservation.with("paid", null, null, version);
                put(paid);
                deskPayments.add(new DeskPayment(c.reservationId(), c.method(), paid.total(), c.actor()));
                tell(c.actor(), "reservation.paid", c.reservationId(), BookingJournal.paid(reservation, c.method()));
                payments.giveUp(c.reservationId(), c.actor());
                yield new Answer.Paid(paid, false);
            }
            default -> new Answer.NotPossible(reservation);
        };
    }

    /** Rooms that were given back, taken again for money that came late. False when a night is gone by now. */
    boolean takeAgain(Reservation reservation) {
        return !reservation.nights().start().isBefore(today)
                && inventory.reserve(reservation.claim()) instanceof Decision.Granted;
    }

    Reservation reservation(String reservationId) {
        return Objects.requireNonNull(known.get(reservationId));
    }

    /** As it stands by now, if there is such a one. */
    @Nullable
    Reservation find(String reservationId) {
        return known.get(reservationId);
    }

    Inventory inventory() {
        return inventory;
    }

    /** The hotel's local date. */
    LocalDate today() {
        return today;
    }

    int pendingMinutes() {
        return tariff.pendingMinutes();
    }

    void tell(String actor, String action, String subject, String body) {
        entries.add(new Entry(actor, action, subject, body));
    }

    void put(Reservation reservation) {
        known.put(reservation.reservationId(), reservation);
        if (made.replace(reservation.reservationId(), reservation) == null) {
            changed.put(reservation.reservationId(), reservation);
        }
    }

    int hotelId() {
        return hotelId;
    }

    Nights nights() {
        return nights;
    }

    Instant now() {
        return now;
    }

    long version() {
        return version;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Reservation> made() {
        return List.copyOf(made.values());
    }

    List<Reservation> changed() {
        return List.copyOf(changed.values());
    }

    @Nullable
    GuestDetails guest(String reservationId) {
        return guests.get(reservationId);
    }

    List<Entry> entries() {
        return entries;
    }

    List<DeskPayment> deskPayments() {
        return deskPayments;
    }

    BookingPayments payments() {
        return payments;
    }

    List<StockWrites.Delta> deltas() {
        return StockWrites.deltas(hotelId, nights, inventory.changes());
    }
}
