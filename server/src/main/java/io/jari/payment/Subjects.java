package io.jari.payment;

import io.jari.account.Scope;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.DatabaseClock;
import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All that can be paid for, by whose partition it is in. */
@ApplicationScoped
class Subjects {
    private final Map<Partition.Kind, Subject> subjects = new EnumMap<>(Partition.Kind.class);
    private final DatabaseClock clock;

    @Inject
    Subjects(Instance<Subject> all, DatabaseClock clock) {
        this((Iterable<Subject>) all, clock);
    }

    Subjects(Iterable<Subject> all, DatabaseClock clock) {
        all.forEach(subject -> subjects.put(subject.kind(), subject));
        this.clock = clock;
    }

    /** What an id names, or nothing when it is none of ours. */
    Optional<PaymentKey> key(String id) {
        for (var subject : subjects.values()) {
            var partition = subject.partition(id);
            if (partition.isPresent()) {
                return Optional.of(new PaymentKey(new Partition(subject.kind(), partition.getAsLong()), id));
            }
        }
        return Optional.empty();
    }

    CompletableFuture<Outcome<Subject.Reply>> submit(PaymentKey key, PaymentEvent event, String actor) {
        return of(key).submit(key, event, actor);
    }

    Optional<Subject.Facts> facts(PaymentKey key) {
        return of(key).facts(key);
    }

    String name(PaymentKey key) {
        return of(key).name(key);
    }

    List<PaymentKey> alike(PaymentKey key) {
        return of(key).alike(key);
    }

    Subject.Keeper keeper(PaymentKey key) {
        return of(key).keeper(key);
    }

    /** The partitions in which staff with a right over this see payments. */
    List<Partition> partitions(Scope scope) {
        return subjects.values().stream()
                .flatMap(subject -> subject.partitions(scope).stream().map(id -> new Partition(subject.kind(), id)))
                .toList();
    }

    Whereabouts whereabouts(PaymentKey key) {
        var scope = keeper(key).scope();
        var id = Long.toString(scope.id());
        return new Whereabouts(
                scope.kind() == Scope.Kind.HOTEL ? id : null,
                scope.kind() == Scope.Kind.CONCERT ? id : null,
                key.partition().kind() == Partition.Kind.DATE
                        ? Long.toString(key.partition().id())
                        : null);
    }

    ZoneId zone(PaymentKey key) {
        return of(key).zone(key);
    }

    Instant now() {
        return clock.now();
    }

    private Subject of(PaymentKey key) {
        return Objects.requireNonNull(subjects.get(key.partition().kind()), "subjects of " + key);
    }
}
