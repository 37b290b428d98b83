package io.jari.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.concert.DateHalls;
import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.seat.BestBlocks;
import io.jari.core.seat.SeatStates;
import io.jari.db.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Boards that follow a database; two over one database are as two processes. */
class SeatBoardsTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final long LARGE = 100_000_000;
    private static final SeatAsk EVERYTHING = new SeatAsk(SeatAsk.ALL, SeatAsk.NOTHING, false);

    private final ArrayList<SeatBoards> open = new ArrayList<>();

    private SeatBoards boards(long bytes, String strategy) {
        var boards = new SeatBoards(DATABASE, new Dates(DATABASE), new SimpleMeterRegistry(), bytes, strategy);
        open.add(boards);
        return boards;
    }

    private SeatBoards boards() {
        return boards(LARGE, "group-commit");
    }

    @AfterEach
    void close() {
        open.forEach(SeatBoards::close);
    }

    private static Board board(SeatBoards boards, BoardDate date) {
        return boards.of(date.dateId()).join().orElseThrow();
    }

    private static Board boardAt(SeatBoards boards, BoardDate date, long version) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> board(boards, date), board -> board.version() == version);
    }

    @Test
    void twoProcessesSendTheSameBytesUnderTheSameTag() {
        var date = BoardDate.make(DATABASE, 101);
        var early = boards();
        board(early, date);
        var random = new Random(1);
        var version = 0L;
        for (var i = 0; i < 40; i++) {
            version = random.nextInt(10) == 0
                    ? date.commitSilently(date.someChanges(random, 5))
                    : date.commit(date.someChanges(random, 5));
        }
        var followed = boardAt(early, date, version);
        var fresh = boardAt(boards(), date, version);
        assertThat(fresh.tag()).isEqualTo(followed.tag());
        for (var zone = SeatAsk.ALL; zone < 2; zone++) {
            for (var json : new boolean[] {true, false}) {
                var ask = new SeatAsk(zone, SeatAsk.NOTHING, json);
                assertThat(fresh.bodies().of(ask).plain())
                        .isEqualTo(followed.bodies().of(ask).plain());
                assertThat(fresh.bodies().of(ask).gzip())
                        .isEqualTo(followed.bodies().of(ask).gzip());
            }
        }
        assertThat(fresh.available()).isEqualTo(followed.available());
        assertThat(fresh.availableInAll()).isEqualTo(followed.availableInAll());
        assertThat(fresh.heldInAll()).isEqualTo(followed.heldInAll()).isPositive();
    }

    @Test
    void changesAppliedToAnyOldBoardMakeTheNewOne() {
        var date = BoardDate.make(DATABASE, 1_000);
        var boards = boards();
        Map<Long, SeatStates> old = new HashMap<>();
        var random = new Random(2);
        var version = date.commit();
        for (var i = 0; i < 30; i++) {
            old.put(version, boardAt(boards, date, version).states());
            version = date.commit(date.someChanges(random, 6));
        }
        var now = boardAt(boards, date, version);
        var fresh = boardAt(boards(), date, version);
        assertThat(now.available()).isEqualTo(fresh.available());
        assertThat(now.availableInAll()).isEqualTo(fresh.availableInAll());
        assertThat(now.heldInAll()).isEqualTo(fresh.heldInAll()).isPositive();
        for (var known : old.entrySet()) {
            var ask = new SeatAsk(SeatAsk.ALL, known.getKey(), false);
            var body = now.bodies().of(ask).plain().getBytes();
            assertThat(Sent.read(body).onto(known.getValue())).isEqualTo(now.states());
            // The first version of all is older than what a process reads when it begins.
            if (fresh.knowsSince(known.getKey())) {
                assertThat(fresh.bodies().of(ask).plain().getBytes()).isEqualTo(body);
            }
        }
        assertThat(old.keySet().stream().filter(fresh::knowsSince).count()).isGreaterThan(20);
    }

    @Test
    void zonesOfOneNameAreSentTogether() {
        var date = BoardDate.make(DATABASE, 100).zone("Floor A", 70, 80);
        var board = board(boards(), date);
        for (var expected : Map.of("Floor A", 80, "2층", 50).entrySet()) {
            var zone = board.seats().zone(expected.getKey()).orElseThrow();
            var sent = Sent.read(board.bodies()
                    .of(new SeatAsk(zone, SeatAsk.NOTHING, false))
                    .plain()
                    .getBytes());
            assertThat(sent.first()).isEqualTo(expected.getKey().equals("2층") ? 50 : 0);
            assertThat(sent.count()).isEqualTo(expected.getValue());
        }
    }

    /** What was sold after a backup is sold otherwise once it is restored, under the same version. */
    @Test
    void versionsOfALostFutureNameOtherBytes() {
        var database = TestPostgres.fresh();
        var date = BoardDate.make(database, 40);
        var first = new SeatBoards(database, new Dates(database), new SimpleMeterRegistry(), LARGE, "group-commit");
        open.add(first);
        date.commit(1, 2);
        date.dump();
        var lost = boardAt(first, date, date.commit(2, 2));
        date.restore();
        assertThat(date.commit(3, 2)).isEqualTo(lost.version());
        var second = new SeatBoards(database, new Dates(database), new SimpleMeterRegistry(), LARGE, "group-commit");
        open.add(second);
        var now = boardAt(second, date, lost.version());
        assertThat(now.states()).isNotEqualTo(lost.states());
        assertThat(now.tag()).isNotEqualTo(lost.tag());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> board(first, date).tag().equals(now.tag()));
        assertThat(board(first, date).states()).isEqualTo(now.states());
    }

    @Test
    void whatIsNotKnownOrTooMuchIsAnsweredWithEverythingAndSaidSo() {
        var date = BoardDate.make(DATABASE, 400);
        var boards = boards();
        var first = date.commit(1, 1);
        boardAt(boards, date, first);
        var silent = date.commitSilently(2, 2);
        var after = date.commit(3, 3);
        var board = boardAt(boards, date, after);
        assertThat(flags(board, "%08x-%d".formatted(board.epoch(), silent))).isEqualTo(1);
        assertThat(flags(board, "%08x-%d".formatted(board.epoch(), first))).isEqualTo(2);
        assertThat(flags(board, "%08x-%d".formatted(board.epoch(), after + 1))).isEqualTo(2);
        assertThat(flags(board, "%08x-%d".formatted(board.epoch() ^ 1, after))).isEqualTo(2);
        assertThat(flags(board, board.tag())).isEqualTo(1);
        var many = date.commit(date.someChanges(
                new Random(3) {
                    @Override
                    public int nextInt(int bound) {
                        return bound - 1;
                    }
                },
                90));
        assertThat(flags(boardAt(boards, date, many), board.tag()))
                .as("changes longer than everything")
                .isEqualTo(2);
    }

    private static int flags(Board board, String since) {
        var ask = SeatQuery.parse("since=" + since, board, false);
        return Sent.read(board.bodies().of(ask).plain().getBytes()).flags();
    }

    @Test
    void compressedIsTheSame() throws IOException {
        var date = BoardDate.make(DATABASE, 2_000);
        date.commit(date.someChanges(new Random(4), 300));
        var board = board(boards(), date);
        for (var json : new boolean[] {true, false}) {
            var body = board.bodies().of(new SeatAsk(SeatAsk.ALL, SeatAsk.NOTHING, json));
            var gzip = Objects.requireNonNull(body.gzip());
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.getBytes())).readAllBytes())
                    .isEqualTo(body.plain().getBytes());
            assertThat(gzip.length()).isLessThan(body.plain().length());
            assertThat(body.length().toString())
                    .isEqualTo(Integer.toString(body.plain().length()));
            assertThat(body.gzipLength().toString()).isEqualTo(Integer.toString(gzip.length()));
        }
        var nothing = board.bodies().of(SeatQuery.parse("since=" + board.tag(), board, false));
        assertThat(nothing.gzip()).as("not worth it").isNull();
    }

    @Test
    void whatIsMadeOnceIsShared() {
        var board = board(boards(), BoardDate.make(DATABASE, 50));
        assertThat(board.bodies().of(EVERYTHING)).isSameAs(board.bodies().of(EVERYTHING));
        for (var since = 0; since < 100_000; since++) {
            board.bodies().of(new SeatAsk(SeatAsk.ALL, since, true));
        }
        assertThat(board.bodies().madeBytes())
                .isLessThanOrEqualTo(board.bodies().mostBytes());
    }

    @Test
    void staffsChangesAreSeen() {
        var date = BoardDate.make(DATABASE, 8);
        var boards = boards();
        assertThat(board(boards, date).status()).isEqualTo(DateTerms.Status.ON_SALE);
        date.commit(0, 2, 7, 3);
        var version = date.setStatus("paused");
        var board = boardAt(boards, date, version);
        assertThat(board.status()).isEqualTo(DateTerms.Status.PAUSED);
        assertThat(board.available()).containsExactly(3, 3);
        assertThat(board.availableInAll()).isEqualTo(6);
        assertThat(board.heldInAll()).isZero();
        assertThat(board.state(0)).isEqualTo(2);
        assertThat(boards.left(date.dateId()).join().orElseThrow()).containsExactly(3, 3);
    }

    @Test
    void aDateThatIsNotThereIsEmptyUntilItIsMade() {
        assertThat(boards().of(999_999).join()).isEmpty();
        assertThat(boards().peek(999_999)).isNull();
    }

    @Test
    void memoryIsBounded() {
        var boards = boards(400_000, "group-commit");
        var dates = new ArrayList<BoardDate>();
        for (var i = 0; i < 12; i++) {
            var date = BoardDate.make(DATABASE, 40);
            dates.add(date);
            assertThat(board(boards, date).bytes()).isBetween(60_000, 100_000);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dates.stream()
                                .filter(date -> boards.peek(date.dateId()) != null)
                                .count()
                        <= 6);
        dates.forEach(date -> assertThat(board(boards, date).size()).isEqualTo(40));
    }

    @Test
    void withoutVersionsBoardsAreReadAgainAndNamedByTheirContents() {
        var date = BoardDate.make(DATABASE, 12);
        var one = boards(LARGE, "constraint");
        var other = boards(LARGE, "constraint");
        var before = board(one, date);
        assertThat(board(other, date).tag()).isEqualTo(before.tag());
        date.writeWithoutVersion(5, 1);
        var after = await().atMost(Duration.ofSeconds(20)).until(() -> board(one, date), b -> b.state(5) == 1);
        assertThat(after.tag()).isNotEqualTo(before.tag());
        assertThat(await().atMost(Duration.ofSeconds(20))
                        .until(() -> board(other, date), b -> b.state(5) == 1)
                        .tag())
                .isEqualTo(after.tag());
        assertThat(flags(after, before.tag())).isEqualTo(2);
        date.writeWithoutVersion(5, 0);
        assertThat(await().atMost(Duration.ofSeconds(20))
                        .until(() -> board(one, date), b -> b.state(5) == 0)
                        .tag())
                .as("the same contents")
                .isEqualTo(before.tag());
    }

    @Test
    void theBestFreeSeatsAreFoundFromMemory() {
        var date = BoardDate.make(DATABASE, 40).draw();
        var boards = boards();
        var best = new BestSeats(boards, new Dates(DATABASE), new DateHalls(DATABASE));
        assertThat(best(best, date, 2, 0)).containsExactly(1, 2);
        boardAt(boards, date, date.commit(1, 1, 4, 2, 7, 3));
        assertThat(best(best, date, 2, 0)).as("or behind it").containsExactly(2, 3);
        assertThat(best(best, date, 4, 0)).containsExactly(8, 9, 10, 11);
        assertThat(best(best, date, 4, 1)).containsExactly(20, 21, 22, 23);
        assertThat(best.candidates(date.dateId(), 5, 0, BestBlocks.Marked.LEFT_OUT, 9)
                        .join()
                        .orElseThrow())
                .isEmpty();
        assertThat(best.candidates(999_999, 1, 0, BestBlocks.Marked.LEFT_OUT, 9).join())
                .isEmpty();
    }

    private static int[] best(BestSeats best, BoardDate date, int neighbours, int category) {
        return best.candidates(date.dateId(), neighbours, category, BestBlocks.Marked.LEFT_OUT, 3)
                .join()
                .orElseThrow()
                .getFirst();
    }
}
