package io.jari.seat;

import io.jari.board.SeatBoards;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What may be said of seats without asking the database: that they are taken, and that only. Never blocks. */
@ApplicationScoped
public class SeatMemory {
    private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private final SeatBoards boards;
    private final boolean refuses;

    public SeatMemory(SeatBoards boards, SeatSettings settings) {
        this.boards = boards;
        this.refuses = settings.refuseFromMemory();
    }

    /** The seats among these that are known to be taken; none where memory is not young enough, or the hold may have been made before. */
    List<Integer> taken(int dateId, String holdId, List<Integer> seats) {
        var followed = boards.peek(dateId);
        if (followed == null) {
            var _ = boards.of(dateId);
            return List.of();
        }
        var board = followed.board();
        if (!refuses || followed.ageNanos() > OLDEST_NANOS || board.mayHaveMade(holdId)) {
            return List.of();
        }
        return seats.stream().filter(seat -> board.state(seat) != 0).toList();
    }
}
