package io.jari.seat;

import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.payment.PaymentKey;
import io.jari.payment.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Holds of seats as something to be paid for. */
@ApplicationScoped
public class HoldSubject implements Subject {
    private final SeatHolds holds;
    private final HoldIds ids;
    private final HoldLookup lookup;
    private final Dates dates;

    public HoldSubject(SeatHolds holds, HoldIds ids, HoldLookup lookup, Dates dates) {
        this.holds = holds;
        this.ids = ids;
        this.lookup = lookup;
        this.dates = dates;
    }

    @Override
    public Partition.Kind kind() {
        return Partition.Kind.DATE;
    }

    @Override
    public OptionalLong partition(String id) {
        var date = ids.date(id);
        return date.isPresent() ? OptionalLong.of(date.getAsInt()) : OptionalLong.empty();
    }

    @Override
    public CompletableFuture<Outcome<Reply>> submit(PaymentKey key, PaymentEvent event, String actor) {
        return holds.submit(date(key), new Command.OfPayment(key.subject(), event, actor))
                .thenApply(outcome -> outcome.map(HoldSubject::reply));
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.OfPayment(var decision, var payment, var hold, var terms) ->
                new Reply.Decided(decision, payment, facts(hold, terms.status()));
            case Answer.NotFound(), Answer.NoDate() -> new Reply.Unknown();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    @Override
    public Optional<Facts> facts(PaymentKey key) {
        return lookup.find(date(key), key.subject())
                .flatMap(hold -> dates.recent(date(key)).map(terms -> facts(hold, terms.status())));
    }

    @Override
    public String name(PaymentKey key) {
        return lookup.name(date(key));
    }

    @Override
    public List<PaymentKey> alike(PaymentKey key) {
        return lookup.alike(date(key), key.subject()).stream()
                .map(id -> new PaymentKey(key.partition(), id))
                .toList();
    }

    @Override
    public Keeper keeper(PaymentKey key) {
        var concert = dates.concert(date(key));
        return new Keeper(Role.ORGANISER, concert.isPresent() ? Scope.concert(concert.getAsInt()) : Scope.ALL);
    }

    @Override
    public List<Long> partitions(Scope scope) {
        return scope.kind() == Scope.Kind.CONCERT ? dates.of(scope.id()) : List.of();
    }

    @Override
    public ZoneId zone(PaymentKey key) {
        return dates.recent(date(key)).map(DateTerms::zone).orElse(ZoneOffset.UTC);
    }

    private static int date(PaymentKey key) {
        return Math.toIntExact(key.partition().id());
    }

    private static Facts facts(SeatHold hold, DateTerms.Status date) {
        return new Facts(
                hold.accountId(),
                hold.total(),
                hold.currency(),
                switch (hold.status()) {
                    case HELD -> date == DateTerms.Status.CANCELED ? Status.GONE : Status.WAITING;
                    case SOLD -> Status.PAID;
                    case RELEASED, EXPIRED, REFUNDED -> Status.GONE;
                },
                hold.expiresAt());
    }
}
