package io.jari.payment;

import io.jari.account.Scope;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.http.Undecided;
import io.jari.payment.PaymentBodies.PaymentBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Payments as they are written here, for whoever lays them beside other books or tells what happened. Amounts are in minor units. Rights
 * are the caller's affair. Reads take no lock and block; where the database cannot be asked they throw.
 */
@ApplicationScoped
public class PaymentBooks {
    private static final String ACTOR = "system";
    private final Subjects subjects;
    private final Payments payments;
    private final PaymentStore store;
    private final OverdueStore overdue;
    private final Providers providers;
    private final PaymentWork work;

    PaymentBooks(
            Subjects subjects,
            Payments payments,
            PaymentStore store,
            OverdueStore overdue,
            Providers providers,
            PaymentWork work) {
        this.subjects = subjects;
        this.payments = payments;
        this.store = store;
        this.overdue = overdue;
        this.providers = providers;
        this.work = work;
    }

    /** What an id of ours names, whether or not it is there; empty when it is none of ours. Reads nothing. */
    public Optional<PaymentKey> key(String id) {
        return subjects.key(id);
    }

    /** The same of what a provider calls an attempt or a refund. */
    public Optional<PaymentKey> ofReference(String reference) {
        return Reference.parse(reference).map(Reference::subject).flatMap(subjects::key);
    }

    /** As people see it, begun or not; empty when there is nothing to be paid for by this key. */
    public Optional<PaymentBody> present(PaymentKey key) {
        return payments.present(key);
    }

    /** Those that have been begun. */
    public Map<PaymentKey, StoredPayment> find(Collection<PaymentKey> keys) {
        return store.find(keys);
    }

    /** Others that somebody might have paid for by mistake as well. */
    public List<PaymentKey> alike(PaymentKey key) {
        return subjects.alike(key);
    }

    /** Which staff see it. Reads the database. */
    public Subject.Keeper keeper(PaymentKey key) {
        return subjects.keeper(key);
    }

    /** The partitions in which staff with a right over this see payments. */
    public List<Partition> partitions(Scope scope) {
        return subjects.partitions(scope);
    }

    /** Where staff find what it is for. */
    public Whereabouts whereabouts(PaymentKey key) {
        return subjects.whereabouts(key);
    }

    /** Where dates of it are told. */
    public ZoneId zone(PaymentKey key) {
        return subjects.zone(key);
    }

    /** Names of all providers that there are: of the providers' file and within this server. */
    public List<String> providers() {
        return providers.names();
    }

    /** What has not ended in its time; what nobody was to see to is seen to from now on. The same may be told by two signs. */
    public List<Overdue> overdue() {
        return overdue.find(providers.names());
    }

    /**
     * A person says that an open attempt came to nothing: whoever pays may begin another. Money that its provider tells of later is given
     * back, or kept if nobody has paid by then. Changes nothing where it has ended.
     *
     * @throws WebApplicationException when that was not recorded: 503, to be asked again
     */
    public void settled(PaymentKey key, int n, String actor) {
        var outcome = subjects.submit(key, new PaymentEvent.Ended(n, false, "settled"), actor)
                .join();
        if (!(outcome instanceof Outcome.Decided<Subject.Reply>)) {
            throw new WebApplicationException(Undecided.of(outcome));
        }
    }

    /**
     * Asks the provider about a capture that its log tells of, also where the attempt has ended here, and records or gives back what it
     * says.
     *
     * @param checkout the provider's name for what was captured
     * @return complete when that was done; a provider that cannot be asked is asked again by the next call only
     */
    public CompletableFuture<Void> askAbout(PaymentKey key, int n, String checkout) {
        return work.late(key, n, checkout);
    }

    /** A refund is done, for its provider's log tells of it; complete when that was recorded or could not be. */
    public CompletableFuture<?> refundDone(PaymentKey key, int n) {
        return subjects.submit(key, new PaymentEvent.RefundDone(n, null), ACTOR);
    }
}
