package io.jari.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides commands of one queue in order, on what was read under its lock. What one command did, the next one finds. */
final class QueueBatch {
    /** However often it is renewed, a pass ends so long after coming in: others wait. A hold needs it no longer. */
    static final Duration LONGEST_INSIDE = Duration.ofMinutes(10);

    private static final String SYSTEM = "system";

    private final QueueRead read;
    private final QueueRow queue;
    private final Instant now;
    private final LongUnaryOperator ranks;
    private final QueueSteps steps;
    private final List<Long> made = new ArrayList<>();
    private final Set<Long> given = new LinkedHashSet<>();
    private final Set<Long> bound = new LinkedHashSet<>();
    private final Set<Long> moved = new LinkedHashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private long tickets;
    private int inside;
    private @Nullable Instant soldOutAt;
    private long watched;
    private boolean allEnded;
    private boolean changed;

    /** A journal row to be. */
    record Entry(
            String actor,
            String action,
            String subject,
            @Nullable String body) {}

    /**
     * @param ranks of tickets; asked only when the order stands
     * @param counted whether those inside were counted, or are as they were noted last
     */
    QueueBatch(QueueRead read, LongUnaryOperator ranks, boolean counted) {
        this.read = read;
        this.queue = read.queue();
        this.now = read.now().truncatedTo(ChronoUnit.MICROS);
        this.ranks = ranks;
        this.tickets = queue.tickets();
        this.inside = counted ? read.inside() : queue.inside();
        this.soldOutAt = queue.soldOutAt();
        this.watched = queue.watchedVersion();
        this.steps = new QueueSteps(this);
        if (counted) {
            read.expired().forEach(this::expire);
        }
    }

    Answer decide(Command command) {
        return switch (command) {
            case Command.Join join -> join(join);
            case Command.Enter enter -> enter(enter);
            case Command.Leave leave -> leave(leave);
            case Command.Paid paid -> paid(paid);
            case Command.Step step -> steps.step(step.sale());
        };
    }

    private Answer join(Command.Join c) {
        if (queue.mode() == Mode.OFF) {
            return new Answer.NoQueue();
        }
        var own = own(c);
        if (own != null && !isOver(own)) {
            if (c.accountId() != null && own.accountId() == null) {
                bind(own, c.accountId());
            }
            return new Answer.Place(own.ticket(), true);
        }
        if (soldOutAt != null) {
            return new Answer.SoldOut();
        }
        if (own != null) {
            giveUp(own);
        }
        var place = new Place(++tickets, c.joiner(), c.accountId(), false, null);
        made.add(place.ticket());
        read.place(place);
        changed = true;
        return new Answer.Place(place.ticket(), false);
    }

    /** The place there is: the account's, or the device's that nobody has yet. */
    private @Nullable Place own(Command.Join c) {
        if (c.accountId() == null) {
            return read.of(c.joiner());
        }
        var accounts = read.of(c.accountId());
        if (accounts != null && !isOver(accounts)) {
            return accounts;
        }
        var devices = c.device() == null ? null : read.of(c.device());
        return devices != null && devices.accountId() == null && !isOver(devices) ? devices : accounts;
    }

    private Answer enter(Command.Enter c) {
        if (queue.mode() == Mode.OFF) {
            return new Answer.NoQueue();
        }
        var place = read.place(c.ticket());
        if (place == null || !isTheirs(place, c)) {
            return new Answer.Foreign();
        }
        var entry = place.entry();
        if (entry != null) {
            return entry.isInside(now) ? renew(place, entry) : new Answer.PassEnded(entry.end());
        }
        if (place.over()) {
            return new Answer.Forfeited();
        }
        var rank = rank(place);
        if (rank > steps.admitted()) {
            return new Answer.NotAdmitted();
        }
        if (!steps.isInTime(rank)) {
            return new Answer.Forfeited();
        }
        if (soldOutAt != null) {
            return new Answer.SoldOut();
        }
        var other = read.of(c.accountId());
        if (other != null && other.ticket() != place.ticket()) {
            if (other.entry() != null && other.entry().isInside(now)) {
                return new Answer.SecondPlace();
            }
            giveUp(other);
        }
        return inside >= queue.mostInside() ? new Answer.Full() : comeIn(place, rank, c.accountId());
    }

    private static boolean isTheirs(Place place, Command.Enter c) {
        if (!place.joiner().equals(c.joiner())) {
            return false;
        }
        return place.accountId() == null ? place.joiner().equals(c.device()) : place.accountId() == c.accountId();
    }

    private Answer comeIn(Place place, long rank, long accountId) {
        if (place.accountId() == null) {
            bind(place, accountId);
        }
        steps.entered(rank);
        inside++;
        var leaveBy = now.plus(LONGEST_INSIDE);
        var entry = new Place.Entry(rank, accountId, now, earlier(pass(), leaveBy), null, null);
        move(place.ticket(), entry);
        tell("account:" + accountId, "queue.entered", place.ticket(), "{\"rank\":%d}".formatted(rank));
        return new Answer.Inside(place.ticket(), now, entry.expiresAt(), leaveBy, false);
    }

    /** Never shorter than it was. */
    private Answer renew(Place place, Place.Entry entry) {
        var leaveBy = entry.enteredAt().plus(LONGEST_INSIDE);
        var until = earlier(pass(), leaveBy);
        if (until.isAfter(entry.expiresAt())) {
            move(place.ticket(), entry.until(until));
        } else {
            until = entry.expiresAt();
        }
        return new Answer.Inside(place.ticket(), entry.enteredAt(), until, leaveBy, true);
    }

    private Instant pass() {
        return now.plusSeconds(queue.passSeconds());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private Answer leave(Command.Leave c) {
        var place = read.place(c.ticket());
        if (place == null
                || !place.joiner().equals(c.joiner())
                || (place.accountId() != null && place.accountId() != c.accountId())) {
            return new Answer.Foreign();
        }
        end(place, now, EndReason.LEFT);
        return new Answer.Done();
    }

    private Answer paid(Command.Paid c) {
        for (var accountId : c.accountIds()) {
            var place = read.of(accountId);
            if (place != null) {
                end(place, now, EndReason.PAID);
            }
        }
        if (c.dateVersion() > watched) {
            watched = c.dateVersion();
            changed = true;
        }
        return new Answer.Done();
    }

    private void expire(Place place) {
        var entry = place.entry();
        if (entry != null && entry.endedAt() == null) {
            move(place.ticket(), entry.ended(entry.expiresAt(), EndReason.EXPIRED));
            tell(SYSTEM, "queue.left", place.ticket(), "{\"reason\":\"expired\"}");
        }
    }

    private void end(Place place, Instant at, EndReason why) {
        var entry = place.entry();
        if (entry != null && entry.endedAt() == null) {
            if (entry.isInside(now)) {
                inside--;
            }
            move(place.ticket(), entry.ended(at, why));
            tell("account:" + entry.accountId(), "queue.left", place.ticket(), "{\"reason\":\"" + why.wire() + "\"}");
        }
    }

    /** Nothing is left: nobody has anything to look for. */
    void endAll() {
        allEnded = true;
        inside = 0;
    }

    void soldOut(@Nullable Instant at) {
        soldOutAt = at;
    }

    /** Whether somebody who comes to the line again gets another place: the time to come in is over, or they were inside. */
    private boolean isOver(Place place) {
        var entry = place.entry();
        if (entry != null) {
            return !entry.isInside(now) || allEnded;
        }
        if (!queue.isOrdered()) {
            return false;
        }
        var rank = rank(place);
        return rank <= steps.admitted() && !steps.isInTime(rank);
    }

    private long rank(Place place) {
        return queue.isOrdered() ? ranks.applyAsLong(place.ticket()) : Long.MAX_VALUE;
    }

    private void giveUp(Place place) {
        read.release(place);
        read.place(place.ended());
        given.add(place.ticket());
        changed = true;
    }

    private void bind(Place place, long accountId) {
        read.place(place.of(accountId));
        bound.add(place.ticket());
        changed = true;
    }

    private void move(long ticket, Place.Entry entry) {
        read.place(find(ticket).with(entry));
        moved.add(ticket);
        changed = true;
    }

    private void tell(String actor, String action, long ticket, String body) {
        entries.add(new Entry(actor, action, queue.dateId() + "-" + ticket, body));
    }

    /** Of the queue itself. */
    void tell(String action, @Nullable String body) {
        entries.add(new Entry(SYSTEM, action, Integer.toString(queue.dateId()), body));
        changed = true;
    }

    Place find(long ticket) {
        return Objects.requireNonNull(read.place(ticket));
    }

    QueueRead read() {
        return read;
    }

    QueueRow queue() {
        return queue;
    }

    Instant now() {
        return now;
    }

    QueueSteps steps() {
        return steps;
    }

    long tickets() {
        return tickets;
    }

    int inside() {
        return inside;
    }

    @Nullable
    Instant soldOutAt() {
        return soldOutAt;
    }

    long watched() {
        return watched;
    }

    boolean allEnded() {
        return allEnded;
    }

    boolean isEmpty() {
        return !changed && !steps.changed();
    }

    /** Whether those who follow the line would know something new: not of a pass that was renewed. */
    boolean isNews() {
        return !entries.isEmpty() || !made.isEmpty() || steps.changed();
    }

    /** Tickets given, in order. */
    List<Long> made() {
        return made;
    }

    /** Places that were there before and are over. */
    List<Place> given() {
        return before(given);
    }

    /** Places that were there before and have become an account's. */
    List<Place> bound() {
        return before(bound);
    }

    private List<Place> before(Set<Long> which) {
        return which.stream()
                .filter(ticket -> ticket <= queue.tickets())
                .map(this::find)
                .toList();
    }

    /** Places whose entries are new or have changed. */
    List<Place> moved() {
        return moved.stream().map(this::find).toList();
    }

    /** What is to be told; of all who joined together in one. */
    List<Entry> entries() {
        if (made.isEmpty()) {
            return entries;
        }
        var all = new ArrayList<>(entries);
        all.add(new Entry(
                SYSTEM,
                "queue.joined",
                Integer.toString(queue.dateId()),
                "{\"first\":%d,\"last\":%d}".formatted(made.getFirst(), made.getLast())));
        return all;
    }
}
