package io.jari.seat;

import io.jari.concert.DateTerms;
import io.jari.core.seat.SeatClaims;
import io.jari.seat.Answer.Why;
import io.jari.seat.SeatHold.Reason;
import io.jari.seat.SeatHold.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides commands of one date in order, on what was read under its lock. Duplicate ids fold by themselves: what one command made, the
 * next one finds.
 */
final class HoldBatch {
    private final DateTerms terms;
    private final HoldsRead read;
    private final Instant now;
    private final long version;
    private final SeatClaims claims;
    private final HoldJournal journal;
    private final HoldPayments payments;
    private final HoldEnds ends = new HoldEnds(this);
    private final Map<String, SeatHold> holds;
    private final Set<String> made = new LinkedHashSet<>();
    private final Map<String, SeatHold> changed = new LinkedHashMap<>();
    private final List<TicketUse> uses = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A journal row to be. */
    record Entry(String actor, String action, String subject, String body) {}

    HoldBatch(DateTerms terms, HoldsRead read) {
        this.terms = terms;
        this.read = read;
        this.now = read.now().truncatedTo(ChronoUnit.MICROS);
        this.version = read.version();
        this.holds = read.holds(terms.dateId());
        this.claims = read.claims(terms.dateId());
        this.journal = new HoldJournal(terms.seats());
        this.payments = new HoldPayments(this, read);
    }

    Answer decide(Command command) {
        return switch (command) {
            case Command.Hold hold -> hold(hold);
            case Command.Block block -> new SeatBlocks(this).block(block);
            case Command.OfHold ofHold -> {
                var hold = holds.get(ofHold.holdId());
                yield hold == null ? new Answer.NotFound() : decide(ofHold, hold);
            }
        };
    }

    private Answer decide(Command.OfHold command, SeatHold hold) {
        return switch (command) {
            case Command.Release(var _, var actor, var accountId) -> ends.release(hold, actor, accountId);
            case Command.Extend(var _, var actor, var accountId) -> extend(hold, actor, accountId);
            case Command.Expire _ -> ends.expire(hold);
            case Command.Revoke(var _, var actor) -> ends.revoke(hold, actor);
            case Command.CheckIn checkIn -> checkIn(hold, checkIn);
            case Command.OfPayment(var _, var event, var actor) -> payments.decide(hold.holdId(), event, actor);
            case Command.Hold _ -> throw new IllegalStateException("decided before");
        };
    }

    private Answer hold(Command.Hold c) {
        var before = holds.get(c.holdId());
        if (before != null) {
            return again(before, c.requestHash());
        }
        if (!terms.isOnSale(now)) {
            return new Answer.NotOnSale(terms, now);
        }
        var refusal = PassUse.refusal(this, c);
        if (refusal != null) {
            return refusal;
        }
        var have = live(c.accountId());
        var first = c.choices().getFirst();
        if (have + first.size() > terms.mostSeats()) {
            return new Answer.OverLimit(terms.mostSeats(), have);
        }
        for (var seats : c.choices()) {
            if (claims.taken(seats, this::isOver).isEmpty()) {
                return set(c, seats);
            }
        }
        return new Answer.Taken(claims.taken(first, this::isOver));
    }

    /** What a request hears whose id is known. */
    static Answer again(SeatHold before, byte[] requestHash) {
        return Arrays.equals(before.requestHash(), requestHash) ? new Answer.Held(before, true) : new Answer.IdReused();
    }

    private Answer set(Command.Hold c, List<Integer> seats) {
        takeOver(seats, c);
        claims.hold(c.holdId(), seats);
        var until = now.plus(terms.holdMinutes(), ChronoUnit.MINUTES);
        var hold = new SeatHold(
                terms.dateId(),
                c.holdId(),
                c.accountId(),
                seats,
                seats.stream().map(terms.seats()::price).toList(),
                terms.currency(),
                Status.HELD,
                null,
                c.requestHash(),
                now,
                until,
                until,
                false,
                version,
                version);
        made.add(hold.holdId());
        holds.put(hold.holdId(), hold);
        read.remember(hold);
        tell(c.actor(), "hold.made", hold.holdId(), journal.made(hold));
        return new Answer.Held(hold, false);
    }

    /** Whoever is past their time and has one of these seats loses all of them: a hold is whole or not at all. */
    private void takeOver(List<Integer> seats, Command.Hold by) {
        for (int seat : seats) {
            var claim = claims.of(seat);
            if (claim != null && claim.holdId() != null) {
                var over = Objects.requireNonNull(holds.get(claim.holdId()));
                tell(by.actor(), "hold.taken-over", over.holdId(), journal.takenOver(over, by.holdId()));
                ends.end(over, Status.EXPIRED, Reason.TAKEN_OVER, "system");
            }
        }
    }

    boolean isOver(String holdId) {
        var hold = holds.get(holdId);
        return hold != null && read.timeIsFair() && hold.isOver(now);
    }

    /** Seats of the date that this person holds or has bought. */
    private int live(long accountId) {
        return having(accountId).mapToInt(hold -> hold.seats().size()).sum();
    }

    /** What this person holds, or has bought. */
    Stream<SeatHold> having(long accountId) {
        return read.of(accountId, terms.dateId())
                .map(holds::get)
                .filter(hold -> hold.hasSeats() && !isOver(hold.holdId()));
    }

    private Answer extend(SeatHold hold, String actor, long accountId) {
        if (accountId != hold.accountId()) {
            return new Answer.NotFound();
        }
        if (hold.status() != Status.HELD || isOver(hold.holdId()) || terms.status() == DateTerms.Status.CANCELED) {
            return new Answer.NotPossible(hold, Why.ENDED);
        }
        if (hold.extended()) {
            return new Answer.Stands(hold, false);
        }
        var longer = hold.until(hold.expiresAt().plus(terms.holdMinutes(), ChronoUnit.MINUTES), true, version);
        put(longer);
        tell(actor, "hold.extended", hold.holdId(), journal.extended(longer));
        return new Answer.Stands(longer, true);
    }

    private Answer checkIn(SeatHold hold, Command.CheckIn c) {
        if (!hold.seats().contains(c.seat())) {
            return new Answer.NotFound();
        }
        var before = read.use(hold, c.seat());
        if (before != null) {
            return new Answer.EnteredBefore(hold, before.at(), before.gate());
        }
        if (hold.status() != Status.SOLD || terms.status() == DateTerms.Status.CANCELED) {
            return new Answer.NotPossible(hold, Why.ENDED);
        }
        var use = new TicketUse(terms.dateId(), hold.holdId(), c.seat(), now, c.gate(), c.actor());
        uses.add(use);
        read.remember(use);
        tell(c.actor(), "ticket.used", hold.holdId(), journal.used(c.seat(), c.gate()));
        return new Answer.Entered(hold, now);
    }

    /** Whether money may buy these seats: late, if nobody has them since and the person may have as many. */
    boolean isStillToBeHad(SeatHold hold) {
        if (terms.status() == DateTerms.Status.CANCELED) {
            return false;
        }
        if (hold.hasSeats() && !isOver(hold.holdId())) {
            return true;
        }
        if (live(hold.accountId()) + hold.seats().size() > terms.mostSeats()) {
            return false;
        }
        return switch (hold.status()) {
            case HELD -> true;
            case EXPIRED -> !terms.isOver(now) && hold.seats().stream().allMatch(seat -> claims.of(seat) == null);
            case SOLD, RELEASED, REFUNDED -> false;
        };
    }

    void sell(SeatHold hold, String actor, String method) {
        if (hold.status() == Status.EXPIRED) {
            claims.hold(hold.holdId(), hold.seats());
        }
        claims.sell(hold.holdId(), hold.seats());
        var sold = hold.sold(version);
        put(sold);
        tell(actor, "hold.sold", hold.holdId(), journal.sold(sold, method));
    }

    void put(SeatHold hold) {
        var before = Objects.requireNonNull(holds.put(hold.holdId(), hold));
        if (!made.contains(hold.holdId())) {
            changed.putIfAbsent(hold.holdId(), before);
        }
    }

    void tell(String actor, String action, String subject, String body) {
        entries.add(new Entry(actor, action, subject, body));
    }

    SeatHold find(String holdId) {
        return Objects.requireNonNull(holds.get(holdId));
    }

    HoldsRead read() {
        return read;
    }

    SeatClaims seats() {
        return claims;
    }

    HoldJournal journal() {
        return journal;
    }

    DateTerms terms() {
        return terms;
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

    List<Entry> entries() {
        return entries;
    }

    List<SeatClaims.Change> claims() {
        return claims.changes();
    }

    List<SeatHold> made() {
        return made.stream().map(this::find).toList();
    }

    /** Holds that were there before, as each was read. */
    Collection<SeatHold> changed() {
        return changed.values();
    }

    List<TicketUse> uses() {
        return uses;
    }

    HoldPayments payments() {
        return payments;
    }
}
