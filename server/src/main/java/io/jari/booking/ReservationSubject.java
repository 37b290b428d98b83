package io.jari.booking;

import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.hotel.Hotels;
import io.jari.payment.PaymentKey;
import io.jari.payment.Subject;
import io.jari.rate.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Reservations as something to be paid for. */
@ApplicationScoped
public class ReservationSubject implements Subject {
    private static final int MOST_CHARACTERS = 60;
    private final Bookings bookings;
    private final ReservationIds ids;
    private final ReservationLookup lookup;
    private final Tariffs tariffs;
    private final Hotels hotels;

    public ReservationSubject(
            Bookings bookings, ReservationIds ids, ReservationLookup lookup, Tariffs tariffs, Hotels hotels) {
        this.bookings = bookings;
        this.ids = ids;
        this.lookup = lookup;
        this.tariffs = tariffs;
        this.hotels = hotels;
    }

    @Override
    public Partition.Kind kind() {
        return Partition.Kind.HOTEL;
    }

    @Override
    public OptionalLong partition(String id) {
        var hotel = ids.hotel(id);
        return hotel.isPresent() ? OptionalLong.of(hotel.getAsInt()) : OptionalLong.empty();
    }

    @Override
    public CompletableFuture<Outcome<Subject.Reply>> submit(PaymentKey key, PaymentEvent event, String actor) {
        var command = new Command.OfPayment(key.subject(), actor, event);
        return bookings.submit(Math.toIntExact(key.partition().id()), command)
                .thenApply(outcome -> outcome.map(ReservationSubject::answer));
    }

    private static Subject.Reply answer(Answer answer) {
        return switch (answer) {
            case Answer.OfPayment(var decision, var payment, var reservation) ->
                new Subject.Reply.Decided(decision, payment, facts(reservation));
            case Answer.NotFound() -> new Subject.Reply.Unknown();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    @Override
    public Optional<Facts> facts(PaymentKey key) {
        return lookup.find(Math.toIntExact(key.partition().id()), key.subject())
                .map(found -> facts(found.reservation()));
    }

    /** Hotel and nights. */
    @Override
    public String name(PaymentKey key) {
        var hotelId = Math.toIntExact(key.partition().id());
        var nights = lookup.find(hotelId, key.subject())
                .map(found -> found.reservation().nights())
                .map(n -> ", " + n.start() + " – " + n.end())
                .orElse("");
        var hotel = hotels.find(hotelId).details().name();
        return shortened(hotel.ko() + " " + hotel.en()) + nights;
    }

    private static String shortened(String name) {
        return name.codePoints()
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public List<PaymentKey> alike(PaymentKey key) {
        return lookup.alike(Math.toIntExact(key.partition().id()), key.subject()).stream()
                .map(id -> new PaymentKey(key.partition(), id))
                .toList();
    }

    @Override
    public Keeper keeper(PaymentKey key) {
        return new Keeper(Role.DESK, Scope.hotel(key.partition().id()));
    }

    @Override
    public List<Long> partitions(Scope scope) {
        return scope.kind() == Scope.Kind.HOTEL ? List.of(scope.id()) : List.of();
    }

    @Override
    public ZoneId zone(PaymentKey key) {
        return tariffs.recent(Math.toIntExact(key.partition().id())).zone();
    }

    private static Facts facts(Reservation r) {
        return new Facts(
                r.accountId(),
                r.total(),
                r.terms().currency(),
                switch (r.status()) {
                    case "pending" -> Status.WAITING;
                    case "paid" -> Status.PAID;
                    default -> Status.GONE;
                },
                r.expiresAt());
    }
}
