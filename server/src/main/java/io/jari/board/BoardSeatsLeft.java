package io.jari.board;

import io.jari.concert.SeatsLeft;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Seats left, by the boards in memory. */
@ApplicationScoped
class BoardSeatsLeft implements SeatsLeft {
    private final SeatBoards boards;

    BoardSeatsLeft(SeatBoards boards) {
        this.boards = boards;
    }

    @Override
    public Optional<int[]> of(int dateId) {
        try {
            return boards.left(dateId).join();
        } catch (CompletionException _) {
            return Optional.empty(); // the date is told without it
        }
    }
}
