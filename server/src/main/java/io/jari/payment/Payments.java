package io.jari.payment;

import io.jari.account.Caller;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import io.jari.payment.PaymentBodies.PaymentBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Payments as their guests, and the staff of what they pay for, may begin, see and end them. Strangers are told 404. */
@ApplicationScoped
public class Payments {
    /** How long the answer to a beginning waits for the address where the guest pays, or for the wallet. */
    private static final int OPENING_MILLIS = 3_000;

    private final Subjects subjects;
    private final Providers providers;
    private final PaymentStore store;
    private final PaymentWatch watch;
    private final PaymentWork work;

    Payments(Subjects subjects, Providers providers, PaymentStore store, PaymentWatch watch, PaymentWork work) {
        this.subjects = subjects;
        this.providers = providers;
        this.store = store;
        this.watch = watch;
        this.work = work;
    }

    /** Begins an attempt, or leads to the one that is open. Blocks for a few seconds at most, never for a provider's answer. */
    public Response begin(Caller caller, String id, String method) {
        var key = readable(caller, id);
        if (method.equals("wallet") && key.partition().kind() == Partition.Kind.ACCOUNT) {
            throw Problem.invalid("/method", "a wallet is not charged from itself")
                    .exception();
        }
        if (method.equals("wallet") && caller.staff() && !isOwn(caller, key)) { // others may read their own alone
            throw Problem.of(403, "not-your-wallet", "Not your wallet")
                    .detail("Whoever booked may pay for it from their own wallet; nobody else for them.")
                    .exception();
        }
        var gate = providers
                .route(method)
                .orElseThrow(() -> Problem.of(503, "no-provider", "Cannot be paid so just now")
                        .detail("No provider for this method of payment is set up here.")
                        .retryAfterMillis(60_000)
                        .exception());
        var outcome = subjects.submit(
                        key, new PaymentEvent.Begin(method, gate.provider().name()), caller.actor())
                .join();
        if (!(outcome instanceof Outcome.Decided<Subject.Reply>(Subject.Reply reply))) {
            return Undecided.of(outcome);
        }
        return switch (reply) {
            case Subject.Reply.Unknown() -> PaymentProblems.noPayment().response();
            case Subject.Reply.Decided(var decision, var payment, var facts) ->
                switch (decision) {
                    case PaymentDecision.Refused(var why) ->
                        PaymentProblems.refused(why, facts.status()).response();
                    case PaymentDecision.Stands stands -> begun(key, payment, stands.changed());
                };
        };
    }

    /** Waits for the first turn, which usually brings the address where the guest pays; a wallet has paid by then. */
    private Response begun(PaymentKey key, Payment payment, boolean fresh) {
        var attempt = payment.open().filter(_ -> fresh);
        return Response.status(fresh ? 201 : 200)
                .header("Location", "/v1/payments/" + key.subject())
                .entity(attempt.isPresent() ? opened(key, attempt.get()) : now(key))
                .build();
    }

    private PaymentBody opened(PaymentKey key, Attempt attempt) {
        try {
            var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OPENING_MILLIS);
            if (!work.turn(key, attempt.n(), attempt.provider()).get(OPENING_MILLIS, TimeUnit.MILLISECONDS)) {
                // Whoever sweeps was quicker, or does so when its turn has come.
                var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                return watch.await(key, left, 0, () -> now(key), p -> p.next() != null || !isProcessing(p));
            }
        } catch (TimeoutException | ExecutionException _) {
            // It goes on without us, and GET tells how.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now(key);
    }

    private PaymentBody now(PaymentKey key) {
        return present(key).orElseThrow();
    }

    private static boolean isProcessing(PaymentBody payment) {
        return payment.status().equals("processing");
    }

    /** Where hosted pages are, as far as is known beforehand: scheme, host and port. */
    public Set<String> pages() {
        return providers.pages();
    }

    /** As it stands, as an answer. */
    public Response asItStands(Caller caller, String id) {
        return Response.ok(find(caller, id, 0, null)).build();
    }

    /**
     * As it stands, or as it is after its next change.
     *
     * @param waitSeconds how long to wait for a change while it is processing
     * @param after the version known; null: the present one
     */
    public PaymentBody find(Caller caller, String id, int waitSeconds, @Nullable Long after) {
        var key = readable(caller, id);
        var now = present(key).orElseThrow(() -> PaymentProblems.noPayment().exception());
        var known = after == null ? now.version() : after;
        if (waitSeconds == 0 || now.version() > known || !isProcessing(now)) {
            return now;
        }
        return watch.await(
                key, TimeUnit.SECONDS.toMillis(waitSeconds), known, () -> now(key), p -> p.version() > known);
    }

    /** Nobody wants the open attempt any more: the provider is told, and says how it ends. */
    public Response giveUp(Caller caller, String id) {
        var key = readable(caller, id);
        var outcome =
                subjects.submit(key, new PaymentEvent.GiveUp(), caller.actor()).join();
        if (!(outcome instanceof Outcome.Decided<Subject.Reply>(Subject.Reply reply))) {
            return Undecided.of(outcome);
        }
        return switch (reply) {
            case Subject.Reply.Unknown() -> PaymentProblems.noPayment().response();
            case Subject.Reply.Decided decided -> {
                decided.payment().open().ifPresent(attempt -> work.at(key, attempt));
                yield Response.status(202).entity(now(key)).build();
            }
        };
    }

    /** The guest came back from the provider, or the provider called: it is asked how things stand. */
    public void told(String id) {
        subjects.key(id)
                .ifPresent(key -> store.find(key)
                        .flatMap(stored -> stored.payment().open())
                        .ifPresent(attempt -> work.at(key, attempt)));
    }

    Optional<PaymentBody> present(PaymentKey key) {
        var stored = store.find(key);
        var facts = subjects.facts(key);
        return facts.map(f -> PaymentView.of(key, stored.orElse(null), f));
    }

    private PaymentKey readable(Caller caller, String id) {
        return subjects.key(id)
                .filter(key -> mayRead(caller, key))
                .orElseThrow(() -> PaymentProblems.noPayment().exception());
    }

    private boolean mayRead(Caller caller, PaymentKey key) {
        if (caller.staff()) {
            var keeper = subjects.keeper(key);
            if (caller.rights().allows(keeper.role(), keeper.scope())) {
                return true;
            }
        }
        return isOwn(caller, key);
    }

    private boolean isOwn(Caller caller, PaymentKey key) {
        return subjects.facts(key)
                .filter(f -> Long.valueOf(caller.accountId()).equals(f.accountId()))
                .isPresent();
    }
}
