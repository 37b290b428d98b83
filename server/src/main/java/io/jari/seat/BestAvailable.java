package io.jari.seat;

import io.jari.board.BestSeats;
import io.jari.concert.DateTerms;
import io.jari.core.commit.Outcome;
import io.jari.core.seat.BestBlocks;
import io.jari.http.Problem;
import io.jari.seat.HoldBodies.Best;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Seats side by side, the best that are free. Memory names blocks, the database gives the first that still is. Where others were quicker
 * with all of them, some among the next are tried, at random, so that many who ask at once do not run after the same ones. Never blocks.
 */
@ApplicationScoped
class BestAvailable {
    /** Blocks that are tried in each round, and among how many of the best they are chosen. */
    private static final List<Round> ROUNDS =
            List.of(new Round(8, 8), new Round(32, 128), new Round(64, 1_024), new Round(64, 4_096));

    private final BestSeats best;
    private final Executor searching = Executors.newVirtualThreadPerTaskExecutor();

    BestAvailable(BestSeats best) {
        this.best = best;
    }

    private record Round(int tried, int among) {}

    /** What came of the last round; without {@code tried} there was no such block. */
    record Result(List<List<Integer>> tried, Outcome<Answer> outcome) {}

    /** @param submit asks the database for the first of some choices */
    CompletableFuture<Result> hold(
            DateTerms terms, Best wanted, Function<List<List<Integer>>, CompletableFuture<Outcome<Answer>>> submit) {
        if (wanted.seats() > terms.mostSeats()) {
            throw Problem.invalid("/bestAvailable/seats", "must be at most " + terms.mostSeats() + " for this date")
                    .exception();
        }
        return round(terms, wanted, categories(terms, wanted), 0, submit);
    }

    private CompletableFuture<Result> round(
            DateTerms terms,
            Best wanted,
            List<Integer> categories,
            int n,
            Function<List<List<Integer>>, CompletableFuture<Outcome<Answer>>> submit) {
        var round = ROUNDS.get(n);
        return candidates(terms, wanted.seats(), categories, round.among()).thenCompose(blocks -> {
            if (blocks.isEmpty()) {
                return CompletableFuture.completedFuture(
                        new Result(List.of(), new Outcome.Decided<>(new Answer.Taken(List.of()))));
            }
            var choices = some(blocks, round);
            // Not on the thread of the writer that answers: looking for blocks takes longer than it may.
            return submit.apply(choices)
                    .thenComposeAsync(
                            outcome ->
                                    n + 1 < ROUNDS.size() && outcome instanceof Outcome.Decided<Answer>(Answer.Taken _)
                                            ? round(terms, wanted, categories, n + 1, submit)
                                            : CompletableFuture.completedFuture(new Result(choices, outcome)),
                            searching);
        });
    }

    /** Of the first category that has any. */
    private CompletableFuture<List<int[]>> candidates(
            DateTerms terms, int neighbours, List<Integer> categories, int limit) {
        if (categories.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return best.candidates(terms.dateId(), neighbours, categories.getFirst(), BestBlocks.Marked.LEFT_OUT, limit)
                .thenCompose(found -> {
                    var blocks = found.orElse(List.of());
                    return blocks.isEmpty()
                            ? candidates(terms, neighbours, categories.subList(1, categories.size()), limit)
                            : CompletableFuture.completedFuture(blocks);
                });
    }

    private static List<Integer> categories(DateTerms terms, Best wanted) {
        var categories = terms.seats().categories();
        var name = wanted.category();
        var of = IntStream.range(0, categories.size())
                .filter(i -> name == null || categories.get(i).name().equals(name))
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer i) -> -categories.get(i).price()))
                .toList();
        if (of.isEmpty()) {
            throw Problem.invalid("/bestAvailable/category", "is no category of this date")
                    .exception();
        }
        return of;
    }

    /** In the first round the best as they are; later some of them, still the better ones first. */
    private static List<List<Integer>> some(List<int[]> blocks, Round round) {
        var places = new ArrayList<>(IntStream.range(0, blocks.size()).boxed().toList());
        if (places.size() > round.tried()) {
            Collections.shuffle(places, java.util.Random.from(RandomGenerator.getDefault()));
        }
        return places.stream()
                .limit(round.tried())
                .sorted()
                .map(i -> Arrays.stream(blocks.get(i)).boxed().toList())
                .toList();
    }
}
