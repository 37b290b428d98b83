package io.jari.timeline;

import io.jari.timeline.PaymentFacts.Back;
import io.jari.timeline.PaymentFacts.Tried;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was charged, and how often. Pure: {@link VerdictText} says it in words.
 *
 * @param amount of the capture it is about: the one that counts, or the one too many
 * @param at when that was captured
 * @param attempts how many there were
 * @param back what became of money that goes back; null where none does
 */
record Verdict(
        Kind kind,
        long amount,
        @Nullable String card,
        @Nullable Instant at,
        int attempts,
        boolean declined,
        @Nullable GivenBack back) {

    /** What is the case, the worst first. */
    enum Kind {
        /** The provider has money of which nothing is known here. */
        UNCONFIRMED,
        /** Captured more than once, and not all that is too much is on its way back. */
        TWICE,
        /** Captured here, but the provider's log does not tell of it. */
        NOT_IN_LOG,
        /** Captured more than once; what is too much goes back. */
        TWICE_GOING_BACK,
        TWICE_GIVEN_BACK,
        /** Captured once, when there was nothing to pay any more. */
        IN_VAIN,
        UNDER_WAY,
        ONCE,
        ONCE_FROM_WALLET,
        /** Several attempts, one capture. */
        TRIED,
        NOT_CHARGED,
        AT_DESK,
        NEVER_TRIED;

        /** Whether somebody may have lost money, for now. */
        boolean isWrong() {
            return compareTo(TWICE_GIVEN_BACK) <= 0;
        }
    }

    /** Money that goes back: how much of it, and when the last of it had moved; null: not all has. */
    record GivenBack(long amount, @Nullable Instant doneAt, boolean whole) {}

    private record Capture(
            @Nullable Tried by, long amount, Instant at, boolean kept, boolean logged, List<Back> backs) {
        long back() {
            return backs.stream().mapToLong(Back::amount).sum();
        }

        boolean isDone() {
            return back() >= amount && backs.stream().allMatch(Back::isDone);
        }

        boolean isGoingBack() {
            return back() >= amount && backs.stream().noneMatch(b -> b.state().equals("failed"));
        }

        @Nullable
        GivenBack givenBack() {
            if (backs.isEmpty()) {
                return null;
            }
            var done = backs.stream().allMatch(Back::isDone);
            var last = backs.stream()
                    .flatMap(b -> Stream.ofNullable(b.doneAt()))
                    .max(Instant::compareTo)
                    .orElse(null);
            return new GivenBack(back(), done ? last : null, back() >= amount);
        }
    }

    static Verdict of(PaymentFacts facts) {
        var captures = captures(facts);
        var unrecorded = facts.tried().stream()
                .filter(t -> !t.isCaptured())
                .flatMap(t -> facts.lines().stream()
                        .filter(l -> l.isCapture() && l.reference().equals(t.reference())))
                .findFirst();
        if (unrecorded.isPresent()) {
            var line = unrecorded.get();
            return plain(Kind.UNCONFIRMED, facts, line.amount(), null, line.at());
        }
        var surplus = captures.stream().filter(c -> !c.kept).toList();
        if (captures.size() > 1) {
            return twice(facts, surplus.isEmpty() ? captures : surplus);
        }
        if (captures.isEmpty()) {
            return uncharged(facts);
        }
        return once(facts, captures.getFirst());
    }

    private static List<Capture> captures(PaymentFacts facts) {
        var captures = new ArrayList<Capture>();
        var known = new ArrayList<String>();
        for (var tried : facts.tried()) {
            known.add(tried.reference());
            var lines = facts.lines().stream()
                    .filter(l -> l.isCapture() && l.reference().equals(tried.reference()))
                    .toList();
            var backs =
                    facts.backs().stream().filter(b -> b.attempt() == tried.n()).toList();
            if (lines.isEmpty() && tried.isCaptured()) {
                var logged = tried.method().equals("wallet") || !facts.logRead();
                captures.add(new Capture(tried, tried.amount(), tried.at(), tried.isKept(), logged, backs));
            }
            for (var line : lines) {
                var first = line.equals(lines.getFirst());
                captures.add(new Capture(
                        tried, line.amount(), line.at(), first && tried.isKept(), true, first ? backs : List.of()));
            }
        }
        facts.lines().stream()
                .filter(l -> l.isCapture() && !known.contains(l.reference()))
                .forEach(l -> captures.add(new Capture(null, l.amount(), l.at(), false, true, List.of())));
        return captures;
    }

    private static Verdict twice(PaymentFacts facts, List<Capture> surplus) {
        var worst = surplus.stream().filter(c -> !c.isDone()).findFirst().orElse(surplus.getLast());
        var kind = surplus.stream().allMatch(Capture::isDone)
                ? Kind.TWICE_GIVEN_BACK
                : surplus.stream().allMatch(Capture::isGoingBack) ? Kind.TWICE_GOING_BACK : Kind.TWICE;
        return about(kind, facts, worst);
    }

    private static Verdict uncharged(PaymentFacts facts) {
        if (facts.paid()) {
            return plain(Kind.AT_DESK, facts, 0, null, null);
        }
        if (facts.tried().isEmpty()) {
            return plain(Kind.NEVER_TRIED, facts, 0, null, null);
        }
        var last = facts.tried().getLast();
        var kind = facts.tried().stream().anyMatch(Tried::isOpen) ? Kind.UNDER_WAY : Kind.NOT_CHARGED;
        return new Verdict(
                kind, last.amount(), last.card(), last.at(), facts.tried().size(), declined(last), null);
    }

    private static Verdict once(PaymentFacts facts, Capture capture) {
        if (!capture.logged) {
            return about(Kind.NOT_IN_LOG, facts, capture);
        }
        if (!capture.kept) {
            return about(capture.by == null ? Kind.UNCONFIRMED : Kind.IN_VAIN, facts, capture);
        }
        if (facts.tried().size() > 1) {
            return about(Kind.TRIED, facts, capture);
        }
        var wallet = capture.by != null && capture.by.method().equals("wallet");
        return about(wallet ? Kind.ONCE_FROM_WALLET : Kind.ONCE, facts, capture);
    }

    private static Verdict about(Kind kind, PaymentFacts facts, Capture capture) {
        var first = facts.tried().isEmpty() ? null : facts.tried().getFirst();
        return new Verdict(
                kind,
                capture.amount,
                capture.by == null ? null : capture.by.card(),
                capture.at,
                facts.tried().size(),
                first != null && declined(first),
                capture.givenBack());
    }

    private static boolean declined(Tried tried) {
        return "card_declined".equals(tried.reason()) || "insufficient_funds".equals(tried.reason());
    }

    private static Verdict plain(
            Kind kind, PaymentFacts facts, long amount, @Nullable String card, @Nullable Instant at) {
        return new Verdict(kind, amount, card, at, facts.tried().size(), false, null);
    }
}
