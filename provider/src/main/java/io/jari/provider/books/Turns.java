package io.jari.provider.books;

import io.jari.provider.books.Outcome.Done;
import io.jari.provider.books.Outcome.Refused;
import io.jari.provider.fault.Faults;
import io.jari.provider.journal.Journal;
import io.jari.provider.shop.Shop;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call at a time on a ledger; the wait for the disk comes after the turn, so that calls share an fsync. */
final class Turns {
    private final Shop shop;
    private final Ledger ledger;
    private final Journal<Entry> journal;
    private final InstantSource clock;
    private final Consumer<Event> teller;
    private final ReentrantLock lock = new ReentrantLock();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    Turns(Shop shop, Ledger ledger, Journal<Entry> journal, InstantSource clock, Consumer<Event> teller) {
        this.shop = shop;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.teller = teller;
    }

    /** Answers a key seen before as it was answered then. A refusal changed nothing, so its key is not used up. */
    <T extends Made> Outcome<T> once(Optional<Once> once, Class<T> type, Function<Turn, Outcome<T>> call) {
        return take(turn -> once.flatMap(given -> repeated(given, type)).orElseGet(() -> call.apply(turn)));
    }

    private <T extends Made> Optional<Outcome<T>> repeated(Once once, Class<T> type) {
        return ledger.kept(once.key())
                .map(kept -> kept.digest().equals(once.digest()) && type.isInstance(kept.made())
                        ? new Done<>(type.cast(kept.made()), false)
                        : new Refused<>(Refusal.KEY_REUSED, Optional.empty()));
    }

    /** Also a call that only looks waits for the disk: it may have seen what is not there yet. */
    <R> R take(Function<Turn, R> call) {
        var turn = new Turn();
        R result;
        CompletableFuture<Void> seen;
        lock.lock();
        try {
            ledger.lapsed(clock.millis()).forEach(over -> turn.change(over.ended(Status.EXPIRED, null, over.card())));
            result = call.apply(turn);
            seen = written;
        } finally {
            lock.unlock();
        }
        seen.join();
        turn.events.forEach(teller);
        return result;
    }

    <R> R peek(Function<Ledger, R> look) {
        lock.lock();
        try {
            return look.apply(ledger);
        } finally {
            lock.unlock();
        }
    }

    void note(Entry entry) {
        lock.lock();
        try {
            ledger.apply(entry);
            written = journal.append(entry);
        } finally {
            lock.unlock();
        }
    }

    /** What a call may do while it has the turn. */
    final class Turn {
        private final List<Event> events = new ArrayList<>();

        Ledger ledger() {
            return ledger;
        }

        void write(Checkout opened, Optional<Once> once) {
            write(Entry.of(shop.name(), opened, null, once.orElse(null), List.of()));
        }

        /** A checkout that moved on without money; the shop is told. */
        Checkout change(Checkout after) {
            write(Entry.of(shop.name(), after, null, null, telling(after)));
            return after;
        }

        Checkout capture(Checkout before, @Nullable Card card, Optional<Once> once) {
            var now = clock.millis();
            var after = before.captured(card, now);
            var order = after.order();
            var movement = new Movement(
                    ledger.lines() + 1,
                    "capture",
                    Ids.next("ca_"),
                    after.id(),
                    order.reference(),
                    order.amount(),
                    order.currency(),
                    now);
            write(Entry.of(shop.name(), after, movement, once.orElse(null), telling(after)));
            return after;
        }

        void write(Checkout before, Refund refund, Optional<Once> once) {
            var key = once.orElse(null);
            if (refund.reason() != null) {
                write(Entry.of(shop.name(), before, refund, null, key, List.of()));
                return;
            }
            var currency = before.order().currency();
            var movement = new Movement(
                    ledger.lines() + 1,
                    "refund",
                    refund.id(),
                    before.id(),
                    refund.reference(),
                    refund.amount(),
                    currency,
                    refund.at());
            var events = Optional.ofNullable(before.order().callbackUrl())
                    .map(url -> List.of(Event.of(Ids.next("ev_"), url, refund, currency)));
            write(Entry.of(
                    shop.name(), before.refunded(refund.amount()), refund, movement, key, events.orElse(List.of())));
        }

        void write(Entry entry) {
            ledger.apply(entry);
            written = journal.append(entry);
            if (entry.events() != null) {
                events.addAll(entry.events());
            }
        }

        private List<Event> telling(Checkout after) {
            var url = after.order().callbackUrl();
            if (url == null) {
                return List.of();
            }
            var now = clock.millis();
            var event = Event.of(Ids.next("ev_"), url, after, now);
            var contradicts = (after.status() == Status.CAPTURED || after.status() == Status.FAILED)
                    && Faults.happens(ledger.faults().callbackContradicting());
            return contradicts ? List.of(event, Event.contradicting(Ids.next("ev_"), url, after, now)) : List.of(event);
        }
    }
}
