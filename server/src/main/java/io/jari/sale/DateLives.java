package io.jari.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jari.board.Board;
import io.jari.board.SeatBoards;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.seat.SeatStates;
import io.jari.http.Problem;
import io.jari.queue.QueueEdits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sales as their organisers watch them: counted once a second for all who look. All of it blocks. */
@ApplicationScoped
public class DateLives {
    private static final int MOST_DATES = 1_000;

    private final Jdbi jdbi;
    private final Dates dates;
    private final SeatBoards boards;
    private final QueueEdits queues;
    private final Cache<Integer, DateLive> counted = Caffeine.newBuilder()
            .maximumSize(MOST_DATES)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    public DateLives(DataSource dataSource, Dates dates, SeatBoards boards, QueueEdits queues) {
        this.jdbi = Jdbi.create(dataSource);
        this.dates = dates;
        this.boards = boards;
        this.queues = queues;
    }

    /** The sale of a date of this concert, a second old at most; or 404. */
    public DateLive of(int concertId, int dateId) {
        var terms = dates.recent(concertId, dateId).orElseThrow(DateLives::unknown);
        return counted.get(dateId, _ -> count(terms));
    }

    private DateLive count(DateTerms terms) {
        var board = boards.of(terms.dateId()).join().orElseThrow(DateLives::unknown);
        var sold = count(board, SeatStates.SOLD);
        var blocked = board.size() - board.availableInAll() - board.heldInAll() - sold;
        return jdbi.withHandle(handle -> new DateLive(
                Integer.toString(terms.dateId()),
                terms.status().wire(),
                board.size(),
                board.availableInAll(),
                board.heldInAll(),
                sold,
                blocked,
                DateLiveStore.perMinute(handle, terms.dateId()),
                DateLiveStore.money(handle, terms.dateId()),
                terms.currency(),
                DateLiveStore.payments(handle, terms.dateId()),
                room(terms),
                DateLiveStore.now(handle)));
    }

    private static int count(Board board, int state) {
        var count = 0;
        for (var seat = 0; seat < board.size(); seat++) {
            count += board.state(seat) == state ? 1 : 0;
        }
        return count;
    }

    private DateLive.@Nullable Room room(DateTerms terms) {
        try {
            var live = queues.live(terms.concertId(), terms.dateId());
            return new DateLive.Room(live.waiting(), live.inside(), live.admittedPerSecond(), live.paused());
        } catch (Problem _) {
            return null; // everybody may come
        }
    }

    private static Problem unknown() {
        return Problem.notFound("date").exception();
    }
}
