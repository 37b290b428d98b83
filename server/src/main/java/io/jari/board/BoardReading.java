package io.jari.board;

import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.seat.SeatChanges;
import io.jari.core.seat.SeatStates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.CRC32;

/** Makes boards of what the database says, and names their versions. */
final class BoardReading {
    /** What a number of JavaScript holds exactly. */
    private static final int VERSION_BITS = 52;

    private static final int MOST_READINGS = 5;

    private final Dates dates;
    private final boolean versioned;

    /** @param versioned whether each change raises the version of its date; textbook strategies do not */
    BoardReading(Dates dates, boolean versioned) {
        this.dates = dates;
        this.versioned = versioned;
    }

    /** Everything of a date, read anew; empty when there is no such date. */
    Optional<Board> read(Connection connection, int dateId) throws SQLException {
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

    private Board board(DateTerms terms, BoardStore.Snapshot snapshot) {
        // Under the version that belongs to the seats: newer terms are found again, and then the board with them.
        var facts = new Board.Facts(
                terms.dateId(),
                terms.concertId(),
                snapshot.ratesVersion(),
                snapshot.lineage(),
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
