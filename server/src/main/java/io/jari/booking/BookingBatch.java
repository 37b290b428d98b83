package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.Inventory;
import io.jari.core.stay.NightRange;
import io.jari.rate.Tariff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<DeskPayment> payments = new ArrayList<>();

    /** A journal row to be. */
    record Entry(String actor, String action, String subject, String body) {}

    /** Money taken at the desk. */
    record DeskPayment(String reservationId, String method, long amount, String actor) {}

    BookingBatch(int hotelId, Tariff tariff, Nights nights, Map<String, Reservation> known, Instant now, long version) {
        this.hotelId = hotelId;
        this.tariff = tariff;
        this.nights = nights;
        this.known = known;
        this.now = now;
        this.version = version;
        this.today = LocalDate.ofInstant(now, tariff.zone());
        this.inventory = nights.inventory();
    }

    Answer decide(Command command) {
        return switch (command) {
            case Command.Reserve reserve -> reserve(reserve);
            case Command.Cancel cancel -> cancel(cancel);
            case Command.Expire expire -> expire(expire);
            case Command.Pay pay -> pay(pay);
        };
    }

    private Answer reserve(Command.Reserve c) {
        var before = known.get(c.reservationId());
        if (before != null) {
            return Arrays.equals(before.requestHash(), c.requestHash())
                    ? new Answer.Reserved(before, true)
                    : new Answer.IdReused();
        }
        return obstacle(c).orElseGet(() -> sell(c));
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
        entries.add(
                new Entry(c.actor(), "reservation.created", c.reservationId(), BookingJournal.created(reservation)));
        return new Answer.Reserved(reservation, false);
    }

    /** Prices follow the occupancy as it was when the batch began. */
    private Terms todaysTerms(Claim claim) {
        return Pricing.terms(tariff, claim, now, day -> {
            var row = nights.get(claim.roomTypeId(), day);
            return row == null ? 0 : row.percentSold();
        });
    }

    private Answer cancel(Command.Cancel c) {
        var reservation = known.get(c.reservationId());
        if (reservation == null || (c.accountId() != null && !c.accountId().equals(reservation.accountId()))) {
            return new Answer.NotFound();
        }
        return switch (reservation.status()) {
            case "canceled", "refunded" -> new Answer.Canceled(reservation, true);
            case "pending" -> giveBack(reservation, "canceled", c.cause().wire(), 0L, c.actor());
            case "paid" -> cancelPaid(reservation, c);
            default -> new Answer.NotPossible(reservation);
        };
    }

    private Answer cancelPaid(Reservation reservation, Command.Cancel c) {
        if (!reservation.stay().equals("booked")) {
            return new Answer.NotPossible(reservation);
        }
        var fee = now.isAfter(reservation.terms().freeUntil())
                ? reservation.terms().cancelFee()
                : 0;
        var status = fee < reservation.total() ? "refunded" : "canceled";
        return giveBack(reservation, status, c.cause().wire(), fee, c.actor());
    }

    private Answer expire(Command.Expire c) {
        var reservation = known.get(c.reservationId());
        if (reservation == null) {
            return new Answer.NotFound();
        }
        if (!reservation.status().equals("pending") || now.isBefore(reservation.expiresAt())) {
            return new Answer.Unchanged(reservation);
        }
        return giveBack(reservation, "canceled", "payment_timeout", 0L, "system");
    }

    private Answer giveBack(Reservation reservation, String status, String reason, long fee, String actor) {
        if (reservation.holdsRooms()) {
            remaining(reservation).ifPresent(inventory::release);
        }
        var canceled = reservation.with(status, reason, fee, version);
        put(canceled);
        entries.add(new Entry(
                actor,
                "reservation.canceled",
                reservation.reservationId(),
                BookingJournal.canceled(reservation, canceled)));
        return new Answer.Canceled(canceled, false);
    }

    /** The nights that are not over: what is over stays counted. */
    private Optional<Claim> remaining(Reservation reservation) {
        return remaining(reservation.claim(), today);
    }

    static Optional<Claim> remaining(Claim claim, LocalDate today) {
        if (!claim.nights().start().isBefore(today)) {
            return Optional.of(claim);
        }
        return claim.nights().end().isAfter(today)
                ? Optional.of(new Claim(
                        claim.roomTypeId(), new NightRange(today, claim.nights().end()), claim.rooms()))
                : Optional.empty();
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
                payments.add(new DeskPayment(c.reservationId(), c.method(), paid.total(), c.actor()));
                entries.add(new Entry(
                        c.actor(), "reservation.paid", c.reservationId(), BookingJournal.paid(paid, c.method())));
                yield new Answer.Paid(paid, false);
            }
            default -> new Answer.NotPossible(reservation);
        };
    }

    private void put(Reservation reservation) {
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

    List<DeskPayment> payments() {
        return payments;
    }

    /** What the stock's rows change by: rooms by type and night, then the house, as rows are locked. */
    List<StockWrites.Delta> deltas() {
        var changes = inventory.changes();
        var deltas = new ArrayList<StockWrites.Delta>();
        var types = changes.typeIds();
        var typeDays = changes.typeDays();
        var typeDeltas = changes.typeDeltas();
        for (var i = 0; i < types.length; i++) {
            deltas.add(delta(types[i], typeDays[i], typeDeltas[i]));
        }
        var houseDays = changes.houseDays();
        var houseDeltas = changes.houseDeltas();
        for (var i = 0; i < houseDays.length; i++) {
            deltas.add(delta(Nights.HOUSE, houseDays[i], houseDeltas[i]));
        }
        return deltas;
    }

    private StockWrites.Delta delta(int roomTypeId, int day, int by) {
        return new StockWrites.Delta(hotelId, roomTypeId, day, by, nights.row(roomTypeId, day));
    }
}
