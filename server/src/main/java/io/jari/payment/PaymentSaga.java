package io.jari.payment;

import io.jari.core.commit.Outcome;
import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision.Stands;
import io.jari.core.payment.PaymentEvent;
import io.jari.core.payment.Refund;
import io.jari.payment.DueStore.Due;
import io.jari.payment.Provider.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One turn for a payment: asks the provider how an attempt stands, does what follows, and records what came of it in the subject's own
 * transaction. Whatever is asked of a provider may be asked again by its reference, so a turn that was cut off is simply run again by
 * whichever process finds it due.
 */
@ApplicationScoped
class PaymentSaga {
    private static final Logger LOG = Logger.getLogger(PaymentSaga.class);
    private static final String ACTOR = "system";
    private static final String UNAVAILABLE = "provider_unavailable";
    /** A provider that cannot open an attempt after so many tries is left for another; nobody can have paid there. */
    private static final int MOST_OPENINGS = 4;

    /**
     * A refund that could not be carried out after so many tries is left to a person. They are a minute apart at most: it takes most of a
     * day, and ends before the idempotency keys of the usual providers do.
     */
    private static final int MOST_REFUND_TRIES = 1_500;

    private static final long RECORD_SECONDS = 30;
    private static final long SHORTEST_SECONDS = 30;
    private static final long LONGEST_SECONDS = 3_600;

    private final Subjects subjects;
    private final Providers providers;
    private final PaymentGuards guards;

    PaymentSaga(Subjects subjects, Providers providers, PaymentSettings settings) {
        this.subjects = subjects;
        this.providers = providers;
        this.guards = PaymentGuards.without(settings.guardsOff());
    }

    /** Sees to what is due. */
    void turn(Gate gate, Due due) throws ProviderFailure {
        var order = order(gate, due, due.attempt());
        var refund = due.refund();
        if (refund != null) {
            giveBack(gate.provider(), order, refund, due.tries());
        } else if (due.attempt().state() == Attempt.State.CREATED) {
            open(gate, order, due.tries());
        } else {
            follow(gate.provider(), order, gate.provider().ask(order));
        }
    }

    /**
     * Money that a provider's log tells of, whatever has become of the attempt here: kept if the subject can still be had for it, else
     * given back.
     *
     * @param checkout what the provider calls it
     */
    void late(Gate gate, Due due, String checkout) throws ProviderFailure {
        var a = due.attempt();
        var there = new Attempt(
                a.n(),
                a.method(),
                a.provider(),
                a.amount(),
                a.state(),
                a.closing(),
                checkout,
                a.url(),
                a.reason(),
                a.card());
        var order = order(gate, due, there);
        if (gate.provider().ask(order) instanceof Said.Captured captured) {
            conclude(order, captured);
        }
    }

    private Provider.Order order(Gate gate, Due due, Attempt attempt) {
        var willSee =
                attempt.state() == Attempt.State.CREATED && !gate.provider().capturesAtOnce();
        return new Provider.Order(
                due.key(),
                attempt,
                due.accountId(),
                due.currency(),
                willSee ? subjects.name(due.key()) : "",
                willSee ? seconds(due.key()) : 0);
    }

    /** A guest may pay as long as the subject is held. */
    private long seconds(PaymentKey key) {
        var payBy = subjects.facts(key).map(Subject.Facts::payBy).orElse(null);
        var left = payBy == null
                ? LONGEST_SECONDS
                : Duration.between(subjects.now(), payBy).toSeconds();
        return Math.clamp(left, SHORTEST_SECONDS, LONGEST_SECONDS);
    }

    private void open(Gate gate, Provider.Order order, int tries) throws ProviderFailure {
        var provider = gate.provider();
        if (order.attempt().closing() && !provider.capturesAtOnce()) {
            var _ = notOpened(order, "given_up");
            return;
        }
        Said said;
        try {
            said = provider.open(order);
        } catch (ProviderFailure failure) {
            if (provider.capturesAtOnce() || (!failure.isRefused() && tries < MOST_OPENINGS)) {
                throw failure;
            }
            LOG.warnf("%s is not opened: %s", order.reference(), failure.getMessage());
            var stands = notOpened(order, UNAVAILABLE);
            if (stands.changed()) {
                elsewhere(order, stands.payment());
            }
            throw failure; // the provider is known by how it answers
        }
        follow(provider, order, said);
    }

    /** A new attempt, at another provider if there is one that answers and has not just failed too. */
    private void elsewhere(Provider.Order order, Payment payment) {
        var attempt = order.attempt();
        var failed = payment.attempts().reversed().stream()
                .takeWhile(a -> UNAVAILABLE.equals(a.reason()))
                .map(Attempt::provider)
                .collect(Collectors.toSet());
        var another = providers.another(attempt.method(), failed);
        if (another.isPresent() && !attempt.closing()) {
            var name = another.get().provider().name();
            record(order.key(), new PaymentEvent.Begin(attempt.method(), name));
        }
    }

    private void follow(Provider provider, Provider.Order order, Said said) throws ProviderFailure {
        var n = order.attempt().n();
        switch (said) {
            case Said.Open(String checkout, String url) -> {
                if (order.attempt().state() == Attempt.State.CREATED) {
                    record(order.key(), new PaymentEvent.Opened(n, checkout, url));
                } else if (order.attempt().closing()) {
                    conclude(order, provider.close(order));
                }
            }
            case Said.Authorized(String checkout) -> authorized(provider, opened(order, checkout));
            case Said.Captured _, Said.Ended _ -> conclude(order, said);
        }
    }

    /** Whose opening was not recorded is known by its checkout from now on. */
    private Provider.Order opened(Provider.Order order, String checkout) {
        var attempt = order.attempt();
        if (attempt.state() != Attempt.State.CREATED) {
            return order;
        }
        var stands = record(order.key(), new PaymentEvent.Opened(attempt.n(), checkout, null));
        return order.with(stands.payment().attempt(attempt.n()).orElseThrow());
    }

    /** The claim is held, or found gone, before the money is taken. */
    private void authorized(Provider provider, Provider.Order order) throws ProviderFailure {
        var stands =
                record(order.key(), new PaymentEvent.Authorized(order.attempt().n()));
        var now = stands.payment().attempt(order.attempt().n()).orElseThrow();
        if (now.isOpen()) {
            conclude(order, now.closing() ? provider.close(order) : provider.confirm(order));
        }
    }

    private void conclude(Provider.Order order, Said said) {
        switch (said) {
            case Said.Captured(long amount, String checkout, String card) ->
                record(
                        order.key(),
                        new PaymentEvent.Captured(order.attempt().n(), amount, checkout, card, guards.once()));
            case Said.Ended(boolean byTime, String reason, String card) ->
                record(order.key(), new PaymentEvent.Ended(order.attempt().n(), byTime, reason, card));
            case Said.Open _, Said.Authorized _ -> LOG.debugf("%s is not concluded yet", order.reference());
        }
    }

    /** Changes nothing where another turn has opened it. */
    private Stands notOpened(Provider.Order order, String reason) {
        return record(order.key(), new PaymentEvent.NotOpened(order.attempt().n(), reason));
    }

    private void giveBack(Provider provider, Provider.Order order, Refund refund, int tries) throws ProviderFailure {
        String refusal;
        try {
            refusal = provider.giveBack(order, refund, tries > 1 || refund.wasAskedFor())
                    .refusal();
        } catch (ProviderFailure failure) {
            if (tries >= MOST_REFUND_TRIES) {
                LOG.warnf(
                        "%s, refund %d, is left to a person: %s",
                        order.key().subject(), refund.n(), failure.getMessage());
                record(order.key(), new PaymentEvent.RefundUnanswered(refund.n(), refund.refusals()));
            }
            throw failure;
        }
        if (refusal == null) {
            record(order.key(), new PaymentEvent.RefundDone(refund.n(), null));
        } else {
            LOG.infof("%s, refund %d, is refused: %s", order.key().subject(), refund.n(), refusal);
            record(order.key(), new PaymentEvent.RefundRefused(refund.n(), refund.refusals(), refusal));
        }
    }

    /**
     * Records what happened, in the subject's transaction.
     *
     * @throws NotRecorded when it is not known to be; the turn is run again
     */
    private Stands record(PaymentKey key, PaymentEvent event) {
        Outcome<Subject.Reply> outcome;
        try {
            outcome = subjects.submit(key, event, ACTOR).get(RECORD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRecorded(key, "interrupted");
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new NotRecorded(key, e.toString());
        }
        return switch (outcome) {
            case Outcome.Decided<Subject.Reply>(Subject.Reply.Decided decided) ->
                decided.decision() instanceof Stands stands
                        ? stands
                        : new Stands(decided.payment(), java.util.List.of());
            case Outcome.Decided<Subject.Reply>(Subject.Reply.Unknown _) ->
                throw new NotRecorded(key, "there is no such subject");
            default -> throw new NotRecorded(key, outcome.toString());
        };
    }

    /** The database had no time for it. */
    static final class NotRecorded extends RuntimeException {
        NotRecorded(PaymentKey key, String why) {
            super(key.subject() + " is not recorded: " + why);
        }
    }
}
