package io.jari.booking;

import io.jari.commit.OneByOne;
import io.jari.commit.OutsideLocks;
import io.jari.commit.Strategy;
import io.jari.commit.Transaction;
import io.jari.core.commit.Batch;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Outcome;
import io.jari.core.stay.Claim;
import io.jari.db.Heads;
import io.jari.db.Pipeline;
import io.jari.payment.PaymentRows;
import io.jari.rate.Tariff;
import io.jari.rate.Tariffs;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One transaction per request, as textbooks have it, without the head's lock so that each is judged fairly. For study and comparison:
 * other processes see its sales only when they read afresh.
 */
final class TextbookStrategy implements Strategy<Integer, Command, Answer> {
    private final Kind kind;
    private final DataSource dataSource;
    private final Tariffs tariffs;
    private final OutsideLocks locks;
    private final OneByOne oneByOne;

    /** What keeps two requests from selling the same room. */
    enum Kind {
        /** SELECT … FOR UPDATE, rows in the order of their key. */
        PESSIMISTIC(BookingStore.Lock.ROWS, BookingWrites.Guard.TARGET, 20),
        /** A version read with the row must still be there when it is written. */
        OPTIMISTIC(BookingStore.Lock.NONE, BookingWrites.Guard.VERSION, 100),
        /** The CHECK of the table refuses what is too much. */
        CONSTRAINT(BookingStore.Lock.NONE, BookingWrites.Guard.CHECK, 20),
        /** A lock of the room type, kept by another program. */
        DISTRIBUTED_LOCK(BookingStore.Lock.NONE, BookingWrites.Guard.CHECK, 20);

        private final BookingStore.Lock lock;
        private final BookingWrites.Guard guard;
        private final int tries;

        Kind(BookingStore.Lock lock, BookingWrites.Guard guard, int tries) {
            this.lock = lock;
            this.guard = guard;
            this.tries = tries;
        }
    }

    /**
     * @param locks of the last kind
     * @param poolSize transactions under way at once
     */
    TextbookStrategy(
            Kind kind,
            DataSource dataSource,
            Tariffs tariffs,
            OutsideLocks locks,
            int poolSize,
            CommitListener listener) {
        this.kind = kind;
        this.dataSource = dataSource;
        this.tariffs = tariffs;
        this.locks = locks;
        this.oneByOne = new OneByOne(poolSize, kind.tries, listener);
    }

    @Override
    public CompletableFuture<Outcome<Answer>> submit(Integer hotelId, Command command, long deadlineNanos) {
        return oneByOne.submit(locks, lockNames(hotelId, command), () -> transaction(hotelId, command), deadlineNanos);
    }

    /** What is not a sale takes the hotel's: that both come at once is for the database to judge. */
    private List<String> lockNames(int hotelId, Command command) {
        if (kind != Kind.DISTRIBUTED_LOCK) {
            return List.of();
        }
        return command instanceof Command.Reserve reserve
                ? List.of("hotel:" + hotelId + ":type:" + reserve.claim().roomTypeId())
                : List.of("hotel:" + hotelId);
    }

    private Answer transaction(int hotelId, Command command) throws SQLException {
        try {
            return Transaction.run(dataSource, connection -> decideAndWrite(connection, hotelId, command));
        } catch (SQLException e) {
            var lostRace = kind.guard == BookingWrites.Guard.CHECK ? full(e, hotelId, command) : null;
            if (lostRace == null) {
                throw e;
            }
            return lostRace;
        }
    }

    private Answer decideAndWrite(Connection connection, int hotelId, Command command) throws SQLException {
        var read = new Read();
        var reservations = new HashMap<String, Reservation>();
        var pipeline = new Pipeline();
        // No head is held here: two tabs of one guest would not see each other.
        RecentStays.wish(hotelId, command).ifPresent(wish -> BookingStore.oneByOne(pipeline, wish));
        BookingStore.head(pipeline, hotelId, version -> read.ratesVersion = version);
        BookingStore.reservations(
                pipeline,
                List.of(new BookingStore.Key(hotelId, command.reservationId())),
                command instanceof Command.Reserve ? BookingStore.Lock.NONE : BookingStore.Lock.ROWS,
                r -> reservations.put(r.reservationId(), r));
        if (command instanceof Command.Reserve reserve) {
            nights(pipeline, hotelId, reserve.claim(), read.nights);
        }
        RecentStays.read(
                pipeline, List.of(new Batch<>(hotelId, List.of(command))), r -> reservations.put(r.reservationId(), r));
        var payments = PaymentRows.read(
                pipeline,
                command instanceof Command.Reserve
                        ? List.of()
                        : List.of(BookingPayments.key(hotelId, command.reservationId())));
        Heads.nowAndVersion(pipeline, (now, version) -> {
            read.now = now;
            read.version = version;
        });
        pipeline.run(connection);
        var ratesVersion = read.ratesVersion;
        if (ratesVersion == null) {
            return command instanceof Command.Reserve
                    ? new Answer.NotSold(Answer.NotSold.What.HOTEL)
                    : new Answer.NotFound();
        }
        var known = reservations.get(command.reservationId());
        if (!(command instanceof Command.Reserve) && known != null) {
            var released = new Pipeline();
            nights(released, hotelId, known.claim(), read.nights);
            released.run(connection);
        }
        Tariff tariff = tariffs.at(connection, hotelId, ratesVersion);
        var batch = new BookingBatch(
                hotelId,
                tariff,
                read.nights.getOrDefault(hotelId, new Nights()),
                reservations,
                payments,
                read.now,
                read.version);
        var answer = batch.decide(command);
        var writes = new Pipeline();
        BookingWrites.write(writes, List.of(batch), kind.guard, false);
        writes.run(connection);
        return answer;
    }

    private static final class Read {
        private @Nullable Long ratesVersion;
        private final Map<Integer, Nights> nights = new HashMap<>();
        private Instant now = Instant.EPOCH;
        private long version;
    }

    private void nights(Pipeline pipeline, int hotelId, Claim claim, Map<Integer, Nights> into) {
        BookingStore.nights(pipeline, Map.of(hotelId, Nights.keys(List.of(claim))), kind.lock, into);
    }

    /** The CHECK refused: read which night is full, for the answer. */
    private @Nullable Answer full(SQLException e, int hotelId, Command command) {
        if (!"23514".equals(e.getSQLState()) || !(command instanceof Command.Reserve reserve)) {
            return null;
        }
        try (var connection = dataSource.getConnection()) {
            var nights = new HashMap<Integer, Nights>();
            var pipeline = new Pipeline();
            BookingStore.nights(
                    pipeline, Map.of(hotelId, Nights.keys(List.of(reserve.claim()))), BookingStore.Lock.NONE, nights);
            pipeline.run(connection);
            return nights.getOrDefault(hotelId, new Nights()).inventory().reserve(reserve.claim())
                            instanceof io.jari.core.stay.Decision.Refused refused
                    ? new Answer.Refused(refused)
                    : null;
        } catch (SQLException _) {
            return null;
        }
    }

    @Override
    public void close() {
        oneByOne.close();
    }
}
