package io.jari.seat;

import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.commit.Outcome;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import io.jari.queue.PassGate;
import io.jari.queue.PassGate.Verdict;
import io.jari.queue.PassGate.Why;
import io.jari.queue.PassProblems;
import io.jari.seat.HoldBodies.NewHold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a request about seats to its answer. Never blocks, unless it says so. */
@ApplicationScoped
public class Holding {
    private static final int HASH_BYTES = 16;
    private final SeatHolds holds;
    private final HoldIds ids;
    private final HoldLookup lookup;
    private final Dates dates;
    private final BestAvailable best;
    private final PassGate gate;
    private final Executor blocking = Executors.newVirtualThreadPerTaskExecutor();

    public Holding(SeatHolds holds, HoldIds ids, HoldLookup lookup, Dates dates, BestAvailable best, PassGate gate) {
        this.holds = holds;
        this.ids = ids;
        this.lookup = lookup;
        this.dates = dates;
        this.best = best;
        this.gate = gate;
    }

    /**
     * Sets seats aside.
     *
     * @param key the guest's own: the same again is the same hold
     * @param pass from the waiting room, where the date has one; whatever was sent
     */
    public CompletableFuture<Response> hold(NewHold request, String key, @Nullable String pass, Caller caller) {
        if ((request.seatIds() == null) == (request.bestAvailable() == null)) {
            throw Problem.invalid("/seatIDs", "either these or bestAvailable says which seats are wanted")
                    .exception();
        }
        var dateId = Integer.parseInt(request.dateId());
        return dates.known(dateId)
                .thenCompose(terms ->
                        hold(terms.orElseThrow(() -> HoldProblems.noDate().exception()), request, key, pass, caller));
    }

    private CompletableFuture<Response> hold(
            DateTerms terms, NewHold request, String key, @Nullable String pass, Caller caller) {
        var holdId = ids.named(terms.dateId(), caller.accountId() + "\0" + key);
        var hash = hash(request);
        return gate.check(terms.dateId(), pass, caller.accountId()).thenCompose(verdict -> switch (verdict) {
            case Verdict.Open() -> hold(terms, request, holdId, hash, null, caller);
            case Verdict.Through(var enteredAt) -> hold(terms, request, holdId, hash, enteredAt, caller);
            case Verdict.Refused(var why) -> refused(why, terms, holdId, hash);
        });
    }

    /** Whose pass has expired may ask again for what was answered before. Others are refused without a look. */
    private CompletableFuture<Response> refused(Why why, DateTerms terms, String holdId, byte[] hash) {
        var refusal = PassProblems.of(why);
        return why == Why.EXPIRED
                ? again(terms, holdId, hash, refusal)
                : CompletableFuture.completedFuture(refusal.response());
    }

    private CompletableFuture<Response> hold(
            DateTerms terms, NewHold request, String holdId, byte[] hash, @Nullable Instant enteredAt, Caller caller) {
        Function<List<List<Integer>>, CompletableFuture<Outcome<Answer>>> submit = choices -> holds.submit(
                terms.dateId(), new Command.Hold(holdId, hash, caller.actor(), caller.accountId(), choices, enteredAt));
        var wanted = request.bestAvailable();
        if (wanted != null) {
            return best.hold(terms, wanted, submit)
                    .thenCompose(result -> bestAnswered(result, terms, holdId, hash, wanted));
        }
        var seats = seats(terms, request.seatIds());
        return submit.apply(List.of(seats)).thenApply(outcome -> answered(outcome, terms, seats));
    }

    private CompletableFuture<Response> bestAnswered(
            BestAvailable.Result result, DateTerms terms, String holdId, byte[] hash, HoldBodies.Best wanted) {
        if (result.tried().isEmpty()) {
            // Who asked before, and got the last ones, hears so again.
            return again(terms, holdId, hash, HoldProblems.noneTogether(wanted.seats()));
        }
        var response = result.outcome() instanceof Outcome.Decided<Answer>(Answer.Taken _)
                ? HoldProblems.othersWereQuicker().response()
                : answered(result.outcome(), terms, result.tried().getFirst());
        return CompletableFuture.completedFuture(response);
    }

    /** What was answered to the same request before, or this refusal. */
    private CompletableFuture<Response> again(DateTerms terms, String holdId, byte[] hash, Problem.Draft refusal) {
        return CompletableFuture.supplyAsync(() -> lookup.find(terms.dateId(), holdId), blocking)
                .thenApply(before -> before.map(hold ->
                                answered(new Outcome.Decided<>(HoldBatch.again(hold, hash)), terms, hold.seats()))
                        .orElseGet(refusal::response));
    }

    /** What the plan calls so; a problem that points where there is none, or one twice. */
    static List<Integer> seats(DateTerms terms, @Nullable List<String> wanted) {
        var seatIds = wanted == null ? List.<String>of() : wanted;
        var seats = new ArrayList<Integer>();
        var known = new HashSet<Integer>();
        for (var i = 0; i < seatIds.size(); i++) {
            var at = "/seatIDs/" + i;
            var seat = terms.seats()
                    .find(seatIds.get(i))
                    .orElseThrow(
                            () -> Problem.invalid(at, "is no seat of this date").exception());
            if (!known.add(seat)) {
                throw Problem.invalid(at, "is there twice").exception();
            }
            seats.add(seat);
        }
        return seats;
    }

    private static byte[] hash(NewHold request) {
        var seats = request.seatIds() == null ? "" : String.join("\0", request.seatIds());
        var text = String.join("\0\0", request.dateId(), seats, String.valueOf(request.bestAvailable()));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Response answered(Outcome<Answer> outcome, DateTerms terms, List<Integer> wanted) {
        if (!(outcome instanceof Outcome.Decided<Answer>(Answer answer))) {
            return Undecided.of(outcome);
        }
        return switch (answer) {
            case Answer.Held(var hold, var repeated) -> {
                var response = Response.status(201)
                        .header("Location", "/v1/seat-holds/" + hold.holdId())
                        .entity(HoldView.first(hold, terms));
                yield (repeated ? response.header("Idempotent-Replayed", "true") : response).build();
            }
            case Answer.Taken(var seats) -> HoldProblems.taken(seats, terms).response();
            case Answer.OverLimit over ->
                HoldProblems.overLimit(over, wanted, terms).response();
            case Answer.OneHoldAPass(var hold) ->
                HoldProblems.oneHoldAPass(hold).response();
            case Answer.PassUsed(var hold) -> HoldProblems.passUsed(hold).response();
            case Answer.NotOnSale(var present, var now) ->
                HoldProblems.notOnSale(present, now).response();
            case Answer.IdReused() -> io.jari.http.Idempotency.reused().response();
            case Answer.NoDate() -> HoldProblems.noDate().response();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    /** As it stands. Strangers are told 404. Blocks. */
    public Response find(Caller caller, String holdId) {
        var dateId = date(holdId);
        var terms = dates.recent(dateId).orElseThrow(() -> HoldProblems.noHold().exception());
        var hold = lookup.find(dateId, holdId)
                .filter(h -> h.accountId() == caller.accountId() || isStaff(caller, terms))
                .orElseThrow(() -> HoldProblems.noHold().exception());
        return Response.ok(HoldView.present(hold, terms)).build();
    }

    /** Gives held seats back, or tickets on the terms agreed. Repeating it changes nothing. */
    public CompletableFuture<Response> release(Caller caller, String holdId) {
        return command(holdId, _ -> new Command.Release(holdId, caller.actor(), caller.accountId()));
    }

    /** The same by an organiser, whatever was agreed. */
    CompletableFuture<Response> cancel(SecurityContext who, String holdId) {
        return command(
                holdId,
                terms -> new Command.Release(
                        holdId,
                        Callers.staff(who, Role.ORGANISER, Scope.concert(terms.concertId()))
                                .actor(),
                        null));
    }

    /** More time, once. Repeating it changes nothing. */
    public CompletableFuture<Response> extend(Caller caller, String holdId) {
        return command(holdId, _ -> new Command.Extend(holdId, caller.actor(), caller.accountId()));
    }

    private CompletableFuture<Response> command(String holdId, Function<DateTerms, Command> command) {
        var dateId = date(holdId);
        return dates.known(dateId).thenCompose(known -> {
            var terms = known.orElseThrow(() -> HoldProblems.noHold().exception());
            return holds.submit(dateId, command.apply(terms)).thenApply(outcome -> changed(outcome, terms));
        });
    }

    private static Response changed(Outcome<Answer> outcome, DateTerms terms) {
        if (!(outcome instanceof Outcome.Decided<Answer>(Answer answer))) {
            return Undecided.of(outcome);
        }
        return switch (answer) {
            case Answer.Stands(var hold, var _) ->
                Response.ok(HoldView.present(hold, terms)).build();
            case Answer.NotPossible no -> HoldProblems.notPossible(no).response();
            case Answer.NotFound(), Answer.NoDate() -> HoldProblems.noHold().response();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    private static boolean isStaff(Caller caller, DateTerms terms) {
        return caller.staff() && caller.rights().allows(Role.ORGANISER, Scope.concert(terms.concertId()));
    }

    private int date(String holdId) {
        return ids.date(holdId).orElseThrow(() -> HoldProblems.noHold().exception());
    }
}
