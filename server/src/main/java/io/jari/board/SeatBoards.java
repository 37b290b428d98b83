package io.jari.board;

import io.jari.concert.Dates;
import io.jari.follow.Followed;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How the seats of the dates asked for stand, in memory. Only the database gives a seat. */
@Singleton
public final class SeatBoards {
    private final Followed<Board> boards;

    /**
     * @param cacheBytes how much memory the boards of all dates may take
     * @param strategy textbook strategies raise no versions, so under them boards are read again every second
     */
    public SeatBoards(
            DataSource dataSource,
            Dates dates,
            MeterRegistry metrics,
            @ConfigProperty(name = "jari.board.bytes", defaultValue = "100000000") long cacheBytes,
            @ConfigProperty(name = "jari.seat.strategy", defaultValue = "group-commit") String strategy) {
        var reading = new BoardReading(dates, strategy.equals("group-commit"));
        this.boards = new Followed<>("boards", dataSource, reading, cacheBytes);
        boards.meter(metrics, "jari.board");
    }

    /** The date's board, at once when it is in memory; empty when there is no such date. */
    public CompletableFuture<Optional<Board>> of(int dateId) {
        return boards.of(dateId);
    }

    /** The date's board when it is in memory, else null; never waits. */
    public @Nullable Board peek(int dateId) {
        return boards.peek(dateId);
    }

    /** Seats available of each category; empty when there is no such date. */
    public CompletableFuture<Optional<int[]>> left(int dateId) {
        return of(dateId).thenApply(board -> board.map(Board::available));
    }

    @PreDestroy
    void close() {
        boards.close();
    }
}
