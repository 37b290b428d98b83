package io.jari.core.payment;

import io.jari.core.payment.Attempt.State;
import io.jari.core.payment.PaymentDecision.Note;
import io.jari.core.payment.PaymentDecision.Refused;
import io.jari.core.payment.PaymentDecision.Stands;
import io.jari.core.payment.PaymentDecision.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The payment of one subject: its attempts and refunds in order. At most one attempt is open, and at most one capture is kept; every
 * other one is given back whole. Never more goes back than was captured.
 */
public record Payment(List<Attempt> attempts, List<Refund> refunds) {

    /** A guest who fails more often than this must come to the desk. */
    public static final int MOST_ATTEMPTS = 20;

    /** Staff who give back more often than this must find another way. */
    public static final int MOST_REFUNDS = 100;

    /** Before anybody tried to pay. */
    public static final Payment NONE = new Payment(List.of(), List.of());

    public Payment {
        attempts = List.copyOf(attempts);
        refunds = List.copyOf(refunds);
    }

    /** The payment after an event, or why there is none. What it pays for changes along with it. */
    public PaymentDecision on(PaymentEvent event, Payable subject) {
        return switch (event) {
            case PaymentEvent.Begin begin -> begin(begin, subject);
            case PaymentEvent.Opened opened -> opened(opened, subject);
            case PaymentEvent.Authorized(int n) -> authorized(n, subject);
            case PaymentEvent.Captured captured -> captured(captured, subject);
            case PaymentEvent.NotOpened(int n, String reason) -> notOpened(n, reason);
            case PaymentEvent.Ended ended -> ended(ended);
            case PaymentEvent.GiveUp() -> giveUp();
            case PaymentEvent.OfRefund ofRefund -> new Refunding(this).on(ofRefund, subject);
        };
    }

    private PaymentDecision begin(PaymentEvent.Begin begin, Payable subject) {
        var open = open();
        if (open.isPresent()) {
            return open.get().method().equals(begin.method()) && !open.get().closing()
                    ? unchanged()
                    : new Refused(Why.ANOTHER_IN_PROGRESS);
        }
        if (subject.standing() != Payable.Standing.WAITING) {
            return new Refused(subject.standing() == Payable.Standing.PAID ? Why.ALREADY_PAID : Why.NOT_PAYABLE);
        }
        if (subject.total() <= 0) {
            return new Refused(Why.NOTHING_DUE);
        }
        if (attempts.size() >= MOST_ATTEMPTS) {
            return new Refused(Why.TOO_MANY_ATTEMPTS);
        }
        subject.extend();
        var attempt = Attempt.begun(attempts.size() + 1, begin.method(), begin.provider(), subject.total());
        return with(attempt, note("payment.begun", attempt));
    }

    private PaymentDecision opened(PaymentEvent.Opened opened, Payable subject) {
        var found = attempt(opened.n());
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        var attempt = found.get();
        if (attempt.state() != State.CREATED) {
            return unchanged();
        }
        var next = attempt.at(opened.checkout(), opened.url());
        // Given up or paid otherwise while it was being opened: it must not wait for a guest.
        return with(
                subject.standing() == Payable.Standing.WAITING ? next : next.toClose(), note("payment.opened", next));
    }

    private PaymentDecision authorized(int n, Payable subject) {
        var found = attempt(n);
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        var attempt = found.get();
        if (attempt.state() != State.PROCESSING || attempt.closing()) {
            return unchanged();
        }
        if (subject.standing() != Payable.Standing.WAITING || attempt.amount() != subject.total()) {
            return with(attempt.toClose(), note("payment.closing", attempt));
        }
        subject.extend();
        return with(attempt, note("payment.authorized", attempt));
    }

    private PaymentDecision captured(PaymentEvent.Captured captured, Payable subject) {
        var found = attempt(captured.n());
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        var attempt = found.get();
        if (attempt.isCaptured() && captured.once()) {
            return unchanged();
        }
        return capture(attempt, captured, subject);
    }

    private PaymentDecision capture(Attempt attempt, PaymentEvent.Captured captured, Payable subject) {
        var another =
                attempts.stream().anyMatch(a -> a.n() != attempt.n() && (a.isOpen() || a.state() == State.SUCCEEDED));
        var asked = captured.amount() == attempt.amount() && attempt.amount() == subject.total();
        var kept = asked && !another && subject.take(attempt);
        var next = attempt.captured(
                kept ? State.SUCCEEDED : State.SURPLUS, captured.amount(), captured.checkout(), captured.card());
        if (kept) {
            return with(next, note("payment.captured", next));
        }
        var refund = Refund.requested(refunds.size() + 1, next.n(), captured.amount(), "surplus", null);
        return new Stands(
                new Payment(replaced(next), appended(refund)), List.of(note("payment.surplus", next), note(refund)));
    }

    /** Another turn may have opened it: then a guest may be paying there. */
    private PaymentDecision notOpened(int n, String reason) {
        return attempt(n).filter(a -> a.state() != State.CREATED).isPresent()
                ? unchanged()
                : ended(new PaymentEvent.Ended(n, false, reason));
    }

    private PaymentDecision ended(PaymentEvent.Ended ended) {
        var found = attempt(ended.n());
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        if (!found.get().isOpen()) {
            return unchanged();
        }
        var next = found.get().ended(ended.byTime() ? State.EXPIRED : State.FAILED, ended.reason(), ended.card());
        return with(next, note("payment." + next.state().wire(), next));
    }

    /** Nobody wants the open attempt any more. */
    public PaymentDecision giveUp() {
        var open = open().filter(a -> !a.closing());
        return open.isEmpty() ? unchanged() : with(open.get().toClose(), note("payment.closing", open.get()));
    }

    /** So much of what was captured and kept is to go back. */
    public PaymentDecision giveBack(long amount, String why) {
        return new Refunding(this).giveBack(amount, why, null, (_, _) -> true);
    }

    /** Money that the desk took goes back over the desk; a person hands it out. */
    public Stands atDesk(long amount, String why) {
        var refund = Refund.requested(refunds.size() + 1, Refund.DESK, amount, why, null);
        return new Stands(new Payment(attempts, appended(refund)), List.of(note(refund)));
    }

    /** The attempt whose end is not known. */
    public Optional<Attempt> open() {
        return attempts.stream().filter(Attempt::isOpen).findFirst();
    }

    /** The n-th attempt, from 1. */
    public Optional<Attempt> attempt(int n) {
        return n >= 1 && n <= attempts.size() ? Optional.of(attempts.get(n - 1)) : Optional.empty();
    }

    /** Captured for the subject, in minor units: without what was captured in vain. */
    public long kept() {
        return attempts.stream()
                .filter(a -> a.state() == State.SUCCEEDED)
                .mapToLong(Attempt::amount)
                .sum();
    }

    /** What of it may still be given back, in minor units. */
    public long refundable() {
        var back = refunds.stream()
                .filter(r -> attempt(r.attempt())
                        .filter(a -> a.state() == State.SUCCEEDED)
                        .isPresent())
                .mapToLong(Refund::amount)
                .sum();
        return kept() - back;
    }

    /** The refund that staff call so. */
    public Optional<Refund> refund(String key) {
        return refunds.stream().filter(r -> key.equals(r.key())).findFirst();
    }

    /** What staff gave back, in minor units: of money that goes back for another reason later, so much has gone already. */
    public long goodwill() {
        return refunds.stream()
                .filter(r -> r.key() != null)
                .mapToLong(Refund::amount)
                .sum();
    }

    /** What went back, or is to, for this reason, in minor units. */
    public long givenBack(String why) {
        return refunds.stream()
                .filter(r -> r.key() == null && r.why().equals(why))
                .mapToLong(Refund::amount)
                .sum();
    }

    Stands unchanged() {
        return new Stands(this, List.of());
    }

    private Stands with(Attempt attempt, Note note) {
        return new Stands(new Payment(replaced(attempt), refunds), List.of(note));
    }

    private List<Attempt> replaced(Attempt attempt) {
        var all = new ArrayList<>(attempts);
        if (attempt.n() > all.size()) {
            all.add(attempt);
        } else {
            all.set(attempt.n() - 1, attempt);
        }
        return all;
    }

    List<Refund> appended(Refund refund) {
        var all = new ArrayList<>(refunds);
        all.add(refund);
        return all;
    }

    private static Note note(String action, Attempt attempt) {
        return new Note(action, attempt.n(), attempt.amount(), attempt.provider());
    }

    static Note note(Refund refund) {
        return new Note("refund.requested", refund.n(), refund.amount(), refund.why());
    }
}
