package io.jari.provider.books;

import io.jari.provider.fault.Faults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;

/** The state of one shop's account. It changes by {@link #apply} alone: live and when the file is read again. */
final class Ledger {
    private static final int MOST_FOUND = 100;

    record Kept(String digest, Made made) {}

    private record Due(long at, String checkout) {}

    private final SequencedMap<String, Checkout> checkouts = new LinkedHashMap<>();
    private final Map<String, List<String>> checkoutsByReference = new HashMap<>();
    private final Map<String, List<Refund>> refundsByReference = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final SequencedMap<String, Event> untold = new LinkedHashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private Faults faults = Faults.NONE;

    void apply(Entry entry) {
        if (entry.checkout() != null) {
            put(entry.checkout());
        }
        if (entry.refund() != null) {
            refundsByReference
                    .computeIfAbsent(entry.refund().reference(), r -> new ArrayList<>(1))
                    .add(entry.refund());
        }
        if (entry.movement() != null) {
            movements.add(entry.movement());
        }
        if (entry.once() != null) {
            var made = Optional.<Made>ofNullable(entry.refund()).or(() -> Optional.ofNullable(entry.checkout()));
            kept.put(entry.once().key(), new Kept(entry.once().digest(), made.orElseThrow()));
        }
        if (entry.events() != null) {
            entry.events().forEach(event -> untold.put(event.id(), event));
        }
        if (entry.told() != null) {
            untold.remove(entry.told());
        }
        if (entry.faults() != null) {
            faults = entry.faults();
        }
    }

    private void put(Checkout checkout) {
        if (checkouts.put(checkout.id(), checkout) == null) {
            checkoutsByReference
                    .computeIfAbsent(checkout.order().reference(), r -> new ArrayList<>(1))
                    .add(checkout.id());
            due.add(new Due(checkout.expiresAt(), checkout.id()));
        }
    }

    Optional<Checkout> checkout(String id) {
        return Optional.ofNullable(checkouts.get(id));
    }

    List<Checkout> byReference(String reference) {
        return checkoutsByReference.getOrDefault(reference, List.of()).reversed().stream()
                .limit(MOST_FOUND)
                .flatMap(id -> checkout(id).stream())
                .toList();
    }

    /** Looks through all, newest first: people search so, no program does. */
    List<Checkout> byLast4(String last4) {
        return checkouts.sequencedValues().reversed().stream()
                .filter(checkout ->
                        checkout.card() != null && checkout.card().last4().equals(last4))
                .limit(MOST_FOUND)
                .toList();
    }

    List<Refund> refunds(String reference) {
        return refundsByReference.getOrDefault(reference, List.of()).reversed().stream()
                .limit(MOST_FOUND)
                .toList();
    }

    /** Lines are numbered from 1, so the line after N stands at index N. */
    List<Movement> movements(long after, int limit) {
        var from = (int) Math.min(after, movements.size());
        return List.copyOf(movements.subList(from, Math.min(from + limit, movements.size())));
    }

    long lines() {
        return movements.size();
    }

    Optional<Kept> kept(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    Collection<Event> untold() {
        return List.copyOf(untold.values());
    }

    boolean isUntold(String event) {
        return untold.containsKey(event);
    }

    Faults faults() {
        return faults;
    }

    /** Takes out the checkouts whose time is over; those among them that still wait for something. */
    List<Checkout> lapsed(long now) {
        var lapsed = new ArrayList<Checkout>();
        for (var next = due.peek(); next != null && next.at() <= now; next = due.peek()) {
            due.remove();
            checkout(next.checkout())
                    .filter(checkout -> checkout.status().lapses())
                    .ifPresent(lapsed::add);
        }
        return lapsed;
    }
}
