package io.jari.board;

import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.seat.SeatChanges;
import io.jari.core.seat.SeatStates;
import io.jari.follow.Followed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/** Makes boards of what the database says, and names their versions. */
final class BoardReading implements Followed.Source<Board> {
    /** Without versions to follow, boards are read anew so often. */
    private static final int ROUNDS_A_READING = 4;

    /** What a number of JavaScript holds exactly. */
    private static final int VERSION_BITS = 52;

    private static final int MOST_READINGS = 5;

    private final Dates dates;
    private final boolean versioned;
    private int round;

    /** @param versioned whether each change raises the version of its date; textbook strategies do not */
    BoardReading(Dates dates, boolean versioned) {
        this.dates = dates;
        this.versioned = versioned;
    }

    @Override
    public int bytes(Board board) {
        return board.bytes();
    }

    @Override
    public Optional<Board> read(Connection connection, int dateId) throws SQLException {
        for (var reading = 1; ; reading++) {
            var snapshot = BoardStore.read(connection, dateId);
            if (snapshot.isEmpty()) {
                return Optional.empty();
            }
            var terms = dates.at(connection, dateId, snapshot.get().ratesVersion());
            // Terms that changed between the two statements belong to the seats of another version.
            if (terms.isEmpty()
                    || terms.get().ratesVersion() == snapshot.get().ratesVersion()
                    || reading == MOST_READINGS) {
                return terms.map(t -> board(t, snapshot.get()));
            }
        }
    }

    @Override
    public Map<Integer, Optional<Board>> follow(Connection connection, Map<Integer, Board> known) throws SQLException {
        var next = new HashMap<Integer, Optional<Board>>();
        if (versioned) {
            for (var news : since(connection, known).entrySet()) {
                var before = Objects.requireNonNull(known.get(news.getKey()));
                var steps = news.getValue();
                next.put(
                        news.getKey(),
                        leads(before, steps)
                                ? Optional.of(before.then(steps.getLast().version(), steps))
                                : read(connection, news.getKey()));
            }
        } else if (round++ % ROUNDS_A_READING == 0) {
            for (var dateId : known.keySet()) {
                next.put(dateId, read(connection, dateId));
            }
        }
        return next;
    }

    private static Map<Integer, List<BoardStore.Step>> since(Connection connection, Map<Integer, Board> known)
            throws SQLException {
        var boards = List.copyOf(known.values());
        var ids = boards.stream().mapToInt(Board::dateId).toArray();
        var versions = boards.stream().mapToLong(Board::version).toArray();
        var news = new HashMap<Integer, List<BoardStore.Step>>();
        for (var step : BoardStore.since(connection, ids, versions)) {
            news.computeIfAbsent(step.dateId(), _ -> new ArrayList<>()).add(step);
        }
        return news;
    }

    /** Whether these versions say all there is to know. */
    private static boolean leads(Board board, List<BoardStore.Step> steps) {
        var last = steps.getLast();
        return last.version() == last.headVersion()
                && last.ratesVersion() == board.ratesVersion()
                && steps.stream().allMatch(step -> step.pairs() != null);
    }

    private Board board(DateTerms terms, BoardStore.Snapshot snapshot) {
        // Under the version that belongs to the seats: newer terms are found again, and then the board with them.
        var facts = new Board.Facts(
                terms.dateId(),
                terms.concertId(),
                snapshot.ratesVersion(),
                terms.status(),
                new BoardSeats(terms.seats()));
        var states = SeatStates.available(terms.seats().size()).with(snapshot.claims());
        var epoch = crc(snapshot.lineage() + " " + snapshot.made() + " " + terms.planHash());
        return versioned
                ? new Board(facts, epoch, snapshot.version(), states, snapshot.changes())
                : named(facts, snapshot.version(), states, epoch);
    }

    /**
     * Where versions do not rise, the contents are their own name, in epoch and version: 84 bits, so that no two that differ are called
     * the same, in any process.
     */
    private static Board named(Board.Facts facts, long headVersion, SeatStates states, long epoch) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(epoch)
                .putLong(headVersion)
                .array());
        var name = ByteBuffer.wrap(digest.digest(states.packed()));
        var version = name.getLong() >>> (Long.SIZE - VERSION_BITS);
        return new Board(facts, Integer.toUnsignedLong(name.getInt()), version, states, SeatChanges.none(version));
    }

    private static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
