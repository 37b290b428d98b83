package io.jari.payment;

import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What can be paid for, as its own feature offers it here: a reservation, a hold of seats, a charge of a wallet. */
public interface Subject {

    Partition.Kind kind();

    /** The partition an id carries, or nothing when it is not one of this feature's. */
    OptionalLong partition(String id);

    /**
     * Decides an event of a payment together with what it pays for, in one transaction of its partition. Never blocks.
     *
     * @param actor who is journaled
     */
    CompletableFuture<Outcome<Reply>> submit(PaymentKey key, PaymentEvent event, String actor);

    /** What is paid for as it stands, without a lock; empty when there is no such thing. Blocks. */
    Optional<Facts> facts(PaymentKey key);

    /** What the guest reads of it where they pay: short. Blocks. */
    default String name(PaymentKey key) {
        return "Jari";
    }

    /** Others that somebody might have paid for by mistake as well: of the same person, for the same thing. Blocks. */
    default List<PaymentKey> alike(PaymentKey key) {
        return List.of();
    }

    /** Which staff see its payment, and may give money back. Blocks. */
    default Keeper keeper(PaymentKey key) {
        return new Keeper(Role.ADMINISTRATOR, Scope.ALL);
    }

    /** The partitions in which such staff see payments. Blocks. */
    default List<Long> partitions(Scope scope) {
        return List.of();
    }

    /** A right over something. */
    record Keeper(Role role, Scope scope) {}

    /** Where dates of it are told. Blocks. */
    default ZoneId zone(PaymentKey key) {
        return ZoneOffset.UTC;
    }

    /** What a payment says of its subject. */
    record Facts(
            @Nullable Long accountId,
            long total,
            String currency,
            Status status,
            @Nullable Instant payBy) {}

    /** Whether the subject waits for its money, has it, or has ended. */
    enum Status {
        WAITING,
        PAID,
        GONE
    }

    /** What came of an event. */
    sealed interface Reply {
        /** @param subject as it stands from now on */
        record Decided(PaymentDecision decision, Payment payment, Facts subject) implements Reply {}

        /** There is no such subject. */
        record Unknown() implements Reply {}
    }
}
