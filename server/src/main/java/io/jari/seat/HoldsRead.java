package io.jari.seat;

import io.jari.core.payment.Payment;
import io.jari.core.seat.SeatClaims;
import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the commands of a transaction were decided on, by date. */
final class HoldsRead {
    private final Map<Integer, Long> ratesVersions = new HashMap<>();
    private final Map<Integer, Map<String, SeatHold>> holds = new HashMap<>();
    private final Map<Integer, SeatClaims> claims = new HashMap<>();
    private final Map<Person, Set<String>> persons = new HashMap<>();
    private final Map<Ticket, TicketUse> uses = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> seatVersions = new HashMap<>();
    private final List<PaymentRows> payments = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private long version;
    private boolean timeIsFair;

    private record Person(long accountId, int dateId) {}

    private record Ticket(String holdId, int seat) {}

    void head(int dateId, long ratesVersion) {
        ratesVersions.put(dateId, ratesVersion);
    }

    void at(Instant time, long newVersion) {
        now = time;
        version = newVersion;
    }

    /** False while an outage has not been made up for: then nobody's time is over. */
    void timeIsFair(boolean fair) {
        timeIsFair = fair;
    }

    boolean timeIsFair() {
        return timeIsFair;
    }

    void put(SeatHold hold) {
        holds(hold.dateId()).put(hold.holdId(), hold);
        remember(hold);
    }

    /** Among what its person has. */
    void remember(SeatHold hold) {
        persons.computeIfAbsent(new Person(hold.accountId(), hold.dateId()), _ -> new LinkedHashSet<>())
                .add(hold.holdId());
    }

    void remember(TicketUse use) {
        uses.put(new Ticket(use.holdId(), use.seat()), use);
    }

    void seatVersion(int dateId, int seat, long seatVersion) {
        seatVersions.computeIfAbsent(dateId, _ -> new HashMap<>()).put(seat, seatVersion);
    }

    void add(PaymentRows rows) {
        payments.add(rows);
    }

    /** Of the head; null when it was not locked, or is not there. */
    @Nullable
    Long ratesVersion(int dateId) {
        return ratesVersions.get(dateId);
    }

    Instant now() {
        return now;
    }

    long version() {
        return version;
    }

    Map<String, SeatHold> holds(int dateId) {
        return holds.computeIfAbsent(dateId, _ -> new HashMap<>());
    }

    SeatClaims claims(int dateId) {
        return claims.computeIfAbsent(dateId, _ -> new SeatClaims());
    }

    Map<Integer, Long> seatVersions(int dateId) {
        return seatVersions.getOrDefault(dateId, Map.of());
    }

    /** Ids of the person's holds, as far as they were read. */
    Stream<String> of(long accountId, int dateId) {
        return persons.getOrDefault(new Person(accountId, dateId), Set.of()).stream();
    }

    @Nullable
    TicketUse use(SeatHold hold, int seat) {
        return uses.get(new Ticket(hold.holdId(), seat));
    }

    boolean isUsed(SeatHold hold) {
        return hold.seats().stream().anyMatch(seat -> use(hold, seat) != null);
    }

    Payment payment(PaymentKey key) {
        return payments.stream()
                .map(rows -> rows.of(key))
                .filter(payment -> !payment.equals(Payment.NONE))
                .findFirst()
                .orElse(Payment.NONE);
    }
}
