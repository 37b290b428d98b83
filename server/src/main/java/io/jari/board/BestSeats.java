package io.jari.board;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.concert.DateHalls;
import io.jari.concert.Dates;
import io.jari.core.seat.BestBlocks;
import io.jari.core.seat.SeatLayout;
import io.jari.core.seat.SeatStates;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The best seats beside each other that are free by the board. Whether they still are, the database says. */
@Singleton
public final class BestSeats {
    /** Room for the rankings of 25 halls of 15,000 seats. */
    private static final long MOST_BYTES = 40_000_000;

    private final SeatBoards boards;
    private final Dates dates;
    private final DateHalls drawn;
    private final AsyncCache<Key, Optional<BestBlocks>> halls;

    public BestSeats(SeatBoards boards, Dates dates, DateHalls drawn) {
        this.boards = boards;
        this.dates = dates;
        this.drawn = drawn;
        this.halls = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Key _, Optional<BestBlocks> hall) ->
                        hall.map(BestBlocks::mostBytes).orElse(100))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync();
    }

    /** With the terms, marks of seats may change. */
    private record Key(int dateId, long ratesVersion) {}

    /**
     * Blocks of seats that were available at most a second ago, the best first, no two with a common seat. At once when date and hall are
     * in memory.
     *
     * @param neighbours 1 to {@link BestBlocks#MOST_SEATS}
     * @param limit the most blocks
     * @return empty when there is no such date; an empty list when there is no such block
     */
    public CompletableFuture<Optional<List<int[]>>> candidates(
            int dateId, int neighbours, int category, BestBlocks.Marked marked, int limit) {
        return boards.of(dateId)
                .thenCompose(board -> board.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : hall(board.get())
                                .thenApply(hall -> hall.map(blocks -> blocks.candidates(
                                        seat -> board.get().state(seat) == SeatStates.AVAILABLE,
                                        neighbours,
                                        category,
                                        marked,
                                        limit))));
    }

    private CompletableFuture<Optional<BestBlocks>> hall(Board board) {
        return halls.get(new Key(board.dateId(), board.ratesVersion()), key -> rank(key.dateId));
    }

    private Optional<BestBlocks> rank(int dateId) {
        var terms = dates.recent(dateId);
        var plan = drawn.of(dateId);
        if (terms.isEmpty() || plan.isEmpty()) {
            return Optional.empty();
        }
        var seats = terms.get().seats();
        if (seats.size() != plan.get().seats()) {
            throw new IllegalStateException("date %d has %d seats, its plan %d"
                    .formatted(dateId, seats.size(), plan.get().seats()));
        }
        var blocks =
                BestBlocks.of(SeatLayout.of(plan.get(), seat -> seats.get(seat).mark() != null));
        blocks.prepare(terms.get().mostSeats());
        return Optional.of(blocks);
    }
}
