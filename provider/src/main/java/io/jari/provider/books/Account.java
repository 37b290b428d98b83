package io.jari.provider.books;

import io.jari.provider.books.Outcome.Done;
import io.jari.provider.books.Outcome.Refused;
import io.jari.provider.fault.Faults;
import io.jari.provider.journal.Journal;
import io.jari.provider.shop.Shop;
import io.jari.provider.shop.Style;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One shop's account: decides what may happen, a call at a time. Nothing is answered, not even a question,
 * before everything it rests on is on disk.
 */
public final class Account {
    private final Shop shop;
    private final InstantSource clock;
    private final Turns turns;

    Account(Shop shop, Ledger ledger, Journal<Entry> journal, InstantSource clock, BiConsumer<Account, Event> teller) {
        this.shop = shop;
        this.clock = clock;
        this.turns = new Turns(shop, ledger, journal, clock, event -> teller.accept(this, event));
    }

    public Shop shop() {
        return shop;
    }

    public Outcome<Checkout> open(Order order, Optional<Once> once) {
        return turns.once(once, Checkout.class, turn -> {
            var checkout = Checkout.open(Ids.next("co_"), order, clock.millis());
            turn.write(checkout, once);
            return new Done<>(checkout, false);
        });
    }

    /** Captures an authorized checkout. Asked again without a key, it captures again: that is what keys are for. */
    public Outcome<Checkout> confirm(String id, long amount, Optional<Once> once) {
        return turns.once(once, Checkout.class, turn -> {
            var found = turn.ledger().checkout(id);
            if (found.isEmpty()) {
                return new Refused<>(Refusal.UNKNOWN, found);
            }
            var checkout = found.get();
            if (checkout.order().amount() != amount) {
                return new Refused<>(Refusal.AMOUNT_DIFFERS, found);
            }
            if (!confirmable(checkout, once)) {
                return new Refused<>(Refusal.NOT_AUTHORIZED, found);
            }
            return new Done<>(turn.capture(checkout, checkout.card(), once), true);
        });
    }

    private boolean confirmable(Checkout checkout, Optional<Once> once) {
        return switch (checkout.status()) {
            case AUTHORIZED -> true;
            case CAPTURED -> shop.style() == Style.CONFIRM && once.isEmpty();
            case OPEN, FAILED, CLOSED, EXPIRED -> false;
        };
    }

    /** Ends a checkout that still waits for something; any other stays as it is. */
    public Optional<Checkout> close(String id) {
        return turns.take(turn -> turn.ledger()
                .checkout(id)
                .map(checkout -> checkout.status().lapses()
                        ? turn.change(checkout.ended(Status.CLOSED, Reason.CLOSED_BY_SHOP, checkout.card()))
                        : checkout));
    }

    public Outcome<Refund> refund(String id, long amount, String reference, Optional<Once> once) {
        return turns.once(once, Refund.class, turn -> {
            var found = turn.ledger().checkout(id);
            if (found.isEmpty()) {
                return new Refused<>(Refusal.UNKNOWN, found);
            }
            if (amount > found.get().refundable()) {
                return new Refused<>(Refusal.REFUND_TOO_MUCH, found);
            }
            var refused = Faults.happens(turn.ledger().faults().refundRefused());
            var refund = new Refund(
                    Ids.next("re_"), id, reference, amount, refused ? Reason.CARD_CLOSED : null, clock.millis());
            turn.write(found.get(), refund, once);
            return new Done<>(refund, !refused);
        });
    }

    /** The guest pays; of a checkout that is no longer open nothing changes, so a second click does nothing. */
    public Optional<Outcome.Done<Checkout>> pay(String id, Card card) {
        return whenOpen(id, (turn, checkout) -> switch (shop.style()) {
            case CALLBACK -> new Done<>(turn.capture(checkout, card, Optional.empty()), true);
            case CONFIRM -> new Done<>(turn.change(checkout.authorized(card)), false);
        });
    }

    /** The guest's card is refused, or the guest gives up and there is no card. */
    public Optional<Outcome.Done<Checkout>> fail(String id, Reason reason, Optional<Card> card) {
        return whenOpen(
                id,
                (turn, checkout) ->
                        new Done<>(turn.change(checkout.ended(Status.FAILED, reason, card.orElse(null))), false));
    }

    private interface Move {
        Done<Checkout> of(Turns.Turn turn, Checkout open);
    }

    private Optional<Outcome.Done<Checkout>> whenOpen(String id, Move move) {
        return turns.take(turn -> turn.ledger()
                .checkout(id)
                .map(checkout ->
                        checkout.status() == Status.OPEN ? move.of(turn, checkout) : new Done<>(checkout, false)));
    }

    public Optional<Checkout> checkout(String id) {
        return turns.take(turn -> turn.ledger().checkout(id));
    }

    boolean has(String id) {
        return turns.peek(ledger -> ledger.checkout(id).isPresent());
    }

    public List<Checkout> byReference(String reference) {
        return turns.take(turn -> turn.ledger().byReference(reference));
    }

    public List<Checkout> byLast4(String last4) {
        return turns.take(turn -> turn.ledger().byLast4(last4));
    }

    public List<Refund> refunds(String reference) {
        return turns.take(turn -> turn.ledger().refunds(reference));
    }

    public List<Movement> movements(long after, int limit) {
        return turns.take(turn -> turn.ledger().movements(after, limit));
    }

    public Faults faults() {
        return turns.peek(Ledger::faults);
    }

    public void faults(Faults faults) {
        turns.take(turn -> {
            turn.write(Entry.of(shop.name(), faults));
            return faults;
        });
    }

    public List<Event> untold() {
        return turns.peek(ledger -> List.copyOf(ledger.untold()));
    }

    /** The event was taken, or is given up. Nobody waits for this: lost in a crash, it is told once more. */
    public void told(Event event) {
        turns.note(Entry.told(shop.name(), event.id()));
    }

    /** Lets lapse what is over; calls do so too before they look. */
    public void sweep() {
        turns.take(turn -> true);
    }
}
