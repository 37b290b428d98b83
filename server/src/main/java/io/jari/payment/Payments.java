package io.jari.payment;

import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentStore.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        payment.open().filter(_ -> fresh).ifPresent(attempt -> await(work.turn(key, attempt.n())));
        return Response.status(fresh ? 201 : 200)
                .header("Location", "/v1/payments/" + key.subject())
                .entity(present(key).orElseThrow())
                .build();
    }

    private static void await(CompletableFuture<Void> turn) {
        try {
            turn.get(OPENING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // It goes on without us, and GET tells how.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        if (waitSeconds == 0 || now.version() > known || !now.status().equals("processing")) {
            return now;
        }
        return watch.await(
                key,
                TimeUnit.SECONDS.toMillis(waitSeconds),
                known,
                () -> present(key).orElseThrow(),
                p -> p.version() > known);
    }

    /** Nobody wants the open attempt any more: the provider is told, and says how it ends. */
    public Response giveUp(Caller caller, String id) {
        var key = readable(caller, id);
        var outcome =
                subjects.submit(key, new PaymentEvent.GiveUp(), caller.actor()).join();
        if (!(outcome instanceof Outcome.Decided<Subject.Reply>(Subject.Reply reply))) {
            return Undecided.of(outcome);
        }
        if (reply instanceof Subject.Reply.Decided decided) {
            decided.payment().open().ifPresent(attempt -> work.at(key, attempt.n()));
        }
        return Response.status(202).entity(present(key).orElseThrow()).build();
    }

    /** The guest came back from the provider, or the provider called: it is asked how things stand. */
    public void told(String id) {
        subjects.key(id)
                .ifPresent(key -> store.find(key)
                        .flatMap(stored -> stored.payment().open())
                        .ifPresent(attempt -> work.at(key, attempt.n())));
    }

    Optional<PaymentBody> present(PaymentKey key) {
        var stored = store.find(key);
        var facts = subjects.facts(key);
        return facts.map(f -> PaymentView.of(
                key,
                stored.map(Stored::payment).orElse(Payment.NONE),
                f,
                stored.map(Stored::version).orElse(0L)));
    }

    private PaymentKey readable(Caller caller, String id) {
        return subjects.key(id)
                .filter(key -> mayRead(caller, key))
                .orElseThrow(() -> PaymentProblems.noPayment().exception());
    }

    private boolean mayRead(Caller caller, PaymentKey key) {
        var hotel = key.partition().kind() == Partition.Kind.HOTEL;
        if (hotel && caller.rights().allows(Role.DESK, key.partition().id())) {
            return true;
        }
        return subjects.facts(key)
                .filter(f -> Long.valueOf(caller.accountId()).equals(f.accountId()))
                .isPresent();
    }
}
