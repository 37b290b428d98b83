package io.jari.web;

import io.jari.account.Caller;
import io.jari.concert.DateTerms;
import io.jari.http.Problem;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.queue.PassGate;
import io.jari.queue.PassGate.Verdict;
import io.jari.queue.Passes;
import io.jari.queue.Queueing;
import io.jari.queue.Queueing.Entered;
import io.jari.web.DatePage.PassView;
import io.jari.web.QueueCookies.Kept;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a visitor's pass lets the page of seats do. */
@Singleton
class SeatPasses {
    private static final long NOBODY = 0;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    private final PassGate gate;
    private final Passes passes;
    private final Queueing queueing;
    private final QueueCookies cookies;
    private final Performances performances;

    SeatPasses(PassGate gate, Passes passes, Queueing queueing, QueueCookies cookies, Performances performances) {
        this.gate = gate;
        this.passes = passes;
        this.queueing = queueing;
        this.cookies = cookies;
        this.performances = performances;
    }

    /**
     * @param view null: the date has no waiting room
     * @param cookie what has changed of the pass; null: nothing
     */
    record Seen(@Nullable PassView view, @Nullable NewCookie cookie) {}

    /** As it stands. */
    @Nullable
    PassView seen(Visit visit, DateTerms terms, Kept kept) {
        return view(visit.texts(), terms, kept, verdict(visit, terms, kept));
    }

    /** A pass that is of no use any more. */
    PassView over(Visit visit, DateTerms terms, String type) {
        return outside(visit.texts(), terms, "problem." + type);
    }

    /** The same, a pass renewed or made: whoever loads the page is there. */
    Seen renewed(Visit visit, DateTerms terms, Kept kept) {
        var verdict = verdict(visit, terms, kept);
        if (!mayComeIn(verdict) || kept.token() == null || visit.caller().isEmpty()) {
            return new Seen(view(visit.texts(), terms, kept, verdict), null);
        }
        return switch (entered(kept, visit.caller().get())) {
            case Entered.Inside inside
            when inside.dateId() == terms.dateId() ->
                new Seen(inside(visit.texts(), terms, kept, inside.expiresAt()), cookies.pass(inside));
            case Entered.Refused(var why)
            when wasInside(verdict) && isOver(why) ->
                new Seen(over(visit, terms, "pass-ended"), cookies.noPass(terms.dateId()));
            default -> new Seen(view(visit.texts(), terms, kept, verdict), null);
        };
    }

    /** Also without a good pass: one who is inside may be at another device, or our keys have changed. */
    private static boolean mayComeIn(Verdict verdict) {
        return verdict instanceof Verdict.Through
                || (verdict instanceof Verdict.Refused(var why) && why != PassGate.Why.FOREIGN);
    }

    private static boolean wasInside(Verdict verdict) {
        return verdict instanceof Verdict.Through
                || (verdict instanceof Verdict.Refused(var why) && why == PassGate.Why.EXPIRED);
    }

    /** Not when it might succeed in a moment. */
    private static boolean isOver(Problem why) {
        var status = why.getResponse().getStatus();
        return status < BUSY && status != TOO_MANY;
    }

    private Entered entered(Kept kept, Caller caller) {
        try {
            return queueing.enter(kept.token(), kept.device(), caller).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                return new Entered.Refused(problem);
            }
            throw e;
        } catch (Problem problem) {
            return new Entered.Refused(problem);
        }
    }

    private Verdict verdict(Visit visit, DateTerms terms, Kept kept) {
        var account = visit.caller().map(Caller::accountId).orElse(NOBODY);
        try {
            return gate.check(terms.dateId(), kept.pass(), account).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    private @Nullable PassView view(Texts t, DateTerms terms, Kept kept, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open() -> null;
            case Verdict.Through _ -> inside(t, terms, kept, expiry(kept));
            case Verdict.Refused(var why) ->
                outside(t, terms, "problem.pass-" + why.name().toLowerCase(Locale.ROOT));
        };
    }

    private Instant expiry(Kept kept) {
        return kept.pass() != null && passes.check(kept.pass()) instanceof Passes.Checked.Good(var pass)
                ? pass.expiresAt()
                : performances.now();
    }

    private PassView inside(Texts t, DateTerms terms, Kept kept, Instant expiresAt) {
        var left = Math.max(0, Duration.between(performances.now(), expiresAt).toMillis());
        return new PassView(
                true,
                link(terms),
                t.say("pass.left", QueueWords.left(left)),
                left,
                kept.token() == null ? "" : kept.token());
    }

    private static PassView outside(Texts t, DateTerms terms, String words) {
        return new PassView(false, link(terms), t.say(words), 0, "");
    }

    private static String link(DateTerms terms) {
        return Links.date(terms) + "/queue";
    }
}
