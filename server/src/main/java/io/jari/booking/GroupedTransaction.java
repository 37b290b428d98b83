package io.jari.booking;

import io.jari.commit.Transaction;
import io.jari.core.commit.Batch;
import io.jari.core.commit.BatchWriter;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Written;
import io.jari.core.stay.Claim;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import io.jari.rate.Tariffs;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Many commands, one transaction: heads locked; outcomes, stock and time read in later statements of the same round trip; decided in
 * arrival order; written with array parameters; committed.
 */
final class GroupedTransaction implements BatchWriter<Integer, Command, Answer> {
    private final DataSource dataSource;
    private final Tariffs tariffs;
    private final Guards guards;

    GroupedTransaction(DataSource dataSource, Tariffs tariffs, Guards guards) {
        this.dataSource = dataSource;
        this.tariffs = tariffs;
        this.guards = guards;
    }

    @Override
    public List<Written<Answer>> write(List<Batch<Integer, Command>> batches) throws SQLException {
        return Transaction.run(dataSource, connection -> decideAndWrite(connection, batches));
    }

    private List<Written<Answer>> decideAndWrite(Connection connection, List<Batch<Integer, Command>> batches)
            throws SQLException {
        var read = read(connection, batches);
        var decided = new ArrayList<BookingBatch>();
        var written = new ArrayList<Written<Answer>>();
        for (var batch : batches) {
            var ratesVersion = read.ratesVersions.get(batch.partition());
            if (ratesVersion == null) {
                written.add(
                        batch.partition().equals(batches.getFirst().partition())
                                ? nobodyThere(batch)
                                : new Written.Skipped<>());
                continue;
            }
            var booking = new BookingBatch(
                    batch.partition(),
                    tariffs.at(connection, batch.partition(), ratesVersion),
                    read.nights.getOrDefault(batch.partition(), new Nights()),
                    read.reservations.getOrDefault(batch.partition(), new HashMap<>()),
                    read.payments,
                    read.now,
                    read.version);
            written.add(new Written.Results<>(
                    batch.commands().stream().map(booking::decide).toList()));
            decided.add(booking);
        }
        var pipeline = new Pipeline();
        BookingWrites.write(pipeline, decided, guards.guard(), true);
        pipeline.run(connection);
        return written;
    }

    private static Written<Answer> nobodyThere(Batch<Integer, Command> batch) {
        return new Written.Results<>(batch.commands().stream()
                .<Answer>map(c -> c instanceof Command.Reserve
                        ? new Answer.NotSold(Answer.NotSold.What.HOTEL)
                        : new Answer.NotFound())
                .toList());
    }

    private static final class Read {
        private final Map<Integer, Long> ratesVersions;
        private final Map<Integer, Map<String, Reservation>> reservations = new HashMap<>();
        private final Map<Integer, Nights> nights = new HashMap<>();
        private final PaymentRows payments;
        private Instant now = Instant.EPOCH;
        private long version;

        Read(Map<Integer, Long> ratesVersions, PaymentRows payments) {
            this.ratesVersions = ratesVersions;
            this.payments = payments;
        }

        void put(Reservation r) {
            reservations.computeIfAbsent(r.hotelId(), _ -> new HashMap<>()).put(r.reservationId(), r);
        }
    }

    private Read read(Connection connection, List<Batch<Integer, Command>> batches) throws SQLException {
        var hotels = batches.stream().map(Batch::partition).toList();
        var heads = new HashMap<Integer, Long>();
        var pipeline = new Pipeline();
        Heads.lock(
                pipeline,
                Partition.Kind.HOTEL,
                hotels.stream().mapToLong(Integer::longValue).toArray(),
                guards.heads(),
                (id, ratesVersion) -> heads.put((int) id, ratesVersion));
        var read = new Read(heads, PaymentRows.read(pipeline, payments(batches)));
        Heads.nowAndVersion(pipeline, (now, version) -> {
            read.now = now;
            read.version = version;
        });
        BookingStore.reservations(pipeline, keys(batches), BookingStore.Lock.NONE, read::put);
        RecentStays.read(pipeline, batches, read::put);
        var wanted = wantedNights(batches);
        if (!wanted.isEmpty()) {
            BookingStore.nights(pipeline, wanted, BookingStore.Lock.NONE, read.nights);
        }
        pipeline.run(connection);
        readReleased(connection, batches, read);
        return read;
    }

    /** What gives rooms back touches nights that are known only once its reservation is. */
    private static void readReleased(Connection connection, List<Batch<Integer, Command>> batches, Read read)
            throws SQLException {
        var missing = new TreeMap<Integer, Collection<Long>>();
        for (var batch : batches) {
            var known = read.reservations.getOrDefault(batch.partition(), Map.of());
            var have = read.nights.getOrDefault(batch.partition(), new Nights());
            var keys = Nights.keys(batch.commands().stream()
                    .filter(BookingPayments::movesRooms)
                    .flatMap(c -> Stream.ofNullable(known.get(c.reservationId())))
                    .map(Reservation::claim)
                    .toList());
            keys.removeIf(have::has);
            if (!keys.isEmpty()) {
                missing.put(batch.partition(), keys);
            }
        }
        if (!missing.isEmpty()) {
            var pipeline = new Pipeline();
            BookingStore.nights(pipeline, missing, BookingStore.Lock.NONE, read.nights);
            pipeline.run(connection);
        }
    }

    /** Whatever ends or pays a reservation meets its payment. */
    private static List<PaymentKey> payments(List<Batch<Integer, Command>> batches) {
        return batches.stream()
                .flatMap(b -> b.commands().stream()
                        .filter(c -> !(c instanceof Command.Reserve))
                        .map(Command::reservationId)
                        .distinct()
                        .map(id -> BookingPayments.key(b.partition(), id)))
                .toList();
    }

    private static List<BookingStore.Key> keys(List<Batch<Integer, Command>> batches) {
        return batches.stream()
                .flatMap(b -> b.commands().stream()
                        .map(Command::reservationId)
                        .distinct()
                        .map(id -> new BookingStore.Key(b.partition(), id)))
                .toList();
    }

    private static Map<Integer, Set<Long>> wantedNights(List<Batch<Integer, Command>> batches) {
        var wanted = new TreeMap<Integer, Set<Long>>();
        for (var batch : batches) {
            var keys = Nights.keys(batch.commands().stream()
                    .flatMap(c -> c instanceof Command.Reserve r ? Stream.<Claim>of(r.claim()) : Stream.empty())
                    .toList());
            if (!keys.isEmpty()) {
                wanted.put(batch.partition(), keys);
            }
        }
        return wanted;
    }

    @Override
    public Fault fault(Exception e) {
        return Transaction.fault(e);
    }
}
