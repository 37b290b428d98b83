package io.jari.queue;

import io.jari.core.queue.Draw;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides commands of one queue in order, on what was read under its lock. What one command did, the next one finds. */
final class QueueBatch {
    static final String SYSTEM = "system";

    private final QueueRead read;
    private final QueueRow queue;
    private final Instant now;
    private final LongUnaryOperator ranks;
    private final QueueSteps steps;
    private final QueueInside inside;
    private final List<Long> made = new ArrayList<>();
    private final Set<Long> given = new LinkedHashSet<>();
    private final Set<Long> bound = new LinkedHashSet<>();
    private final Set<Long> moved = new LinkedHashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private long tickets;
    private @Nullable Instant soldOutAt;
    private boolean changed;
    private boolean frozen;

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
        this.soldOutAt = queue.soldOutAt();
        this.steps = new QueueSteps(this);
        this.inside = new QueueInside(this, counted);
    }

    /** The list of those who take part in the draw was frozen with this batch. */
    void tellFrozen() {
        var draw = Objects.requireNonNull(queue.draw());
        frozen = true;
        tell(
                "queue.frozen",
                "{\"count\":%d,\"root\":\"%s\"}"
                        .formatted(draw.tickets(), HexFormat.of().formatHex(Objects.requireNonNull(draw.root()))));
        if (draw.drawnAt() != null) {
            tell("queue.drawn", null);
        }
    }

    Answer decide(Command command) {
        return switch (command) {
            case Command.Join join -> join(join);
            case Command.Enter enter -> inside.enter(enter);
            case Command.Leave leave -> inside.leave(leave);
            case Command.Paid paid -> inside.paid(paid);
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
            return new Answer.Place(own.ticket(), own.joiner(), true);
        }
        if (soldOutAt != null) {
            return new Answer.SoldOut();
        }
        if (!queue.isOrdered() && tickets >= Draw.MOST_TICKETS) {
            return new Answer.LineFull();
        }
        if (own != null) {
            giveUp(own);
        }
        var place = new Place(++tickets, c.joiner(), c.accountId(), false, null);
        made.add(place.ticket());
        read.place(place);
        changed = true;
        return new Answer.Place(place.ticket(), place.joiner(), false);
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

    void soldOut(@Nullable Instant at) {
        soldOutAt = at;
    }

    /** Whether somebody who comes to the line again gets another place: the time to come in is over, or they were inside. */
    private boolean isOver(Place place) {
        var entry = place.entry();
        if (entry != null) {
            return !inside.has(entry);
        }
        if (!queue.isOrdered()) {
            return false;
        }
        var rank = rank(place);
        return rank <= steps.admitted() && !steps.isInTime(rank);
    }

    long rank(Place place) {
        return queue.isOrdered() ? ranks.applyAsLong(place.ticket()) : Long.MAX_VALUE;
    }

    void giveUp(Place place) {
        read.release(place);
        read.place(place.ended());
        given.add(place.ticket());
        changed = true;
    }

    /** The account's own place, if it had one, is given up first. */
    void bind(Place place, long accountId) {
        var old = read.of(accountId);
        if (old != null && old.ticket() != place.ticket()) {
            giveUp(old);
        }
        read.place(place.of(accountId));
        bound.add(place.ticket());
        changed = true;
    }

    void move(long ticket, Place.Entry entry) {
        read.place(find(ticket).with(entry));
        moved.add(ticket);
        changed = true;
    }

    void tell(String actor, String action, long ticket, String body) {
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

    QueueInside inside() {
        return inside;
    }

    @Nullable
    Instant soldOutAt() {
        return soldOutAt;
    }

    boolean frozen() {
        return frozen;
    }

    boolean isEmpty() {
        return !changed && !steps.changed() && !inside.changed() && inside.count() == queue.inside();
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
