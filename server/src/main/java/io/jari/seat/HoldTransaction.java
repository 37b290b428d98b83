package io.jari.seat;

import io.jari.commit.Transaction;
import io.jari.concert.Dates;
import io.jari.core.commit.Batch;
import io.jari.core.commit.BatchWriter;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Written;
import io.jari.db.Pipeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Commands of some dates, one transaction: locked; holds, claims and time read in later statements of the same round trip; decided in
 * arrival order; written with array parameters; committed.
 */
final class HoldTransaction implements BatchWriter<Integer, Command, Answer> {
    private final DataSource dataSource;
    private final Dates dates;
    private final Locking locking;

    HoldTransaction(DataSource dataSource, Dates dates, Locking locking) {
        this.dataSource = dataSource;
        this.dates = dates;
        this.locking = locking;
    }

    @Override
    public List<Written<Answer>> write(List<Batch<Integer, Command>> batches) throws SQLException {
        return Transaction.run(dataSource, connection -> decideAndWrite(connection, batches));
    }

    private List<Written<Answer>> decideAndWrite(Connection connection, List<Batch<Integer, Command>> batches)
            throws SQLException {
        var read = HoldStore.read(connection, batches, locking);
        var decided = new ArrayList<HoldBatch>();
        var written = new ArrayList<Written<Answer>>();
        for (var batch : batches) {
            var ratesVersion = read.ratesVersion(batch.partition());
            if (ratesVersion == null && !batch.equals(batches.getFirst())) {
                written.add(new Written.Skipped<>());
                continue;
            }
            var terms = ratesVersion == null
                    ? java.util.Optional.<io.jari.concert.DateTerms>empty()
                    : dates.at(connection, batch.partition(), ratesVersion);
            if (terms.isEmpty()) {
                written.add(new Written.Results<>(batch.commands().stream()
                        .<Answer>map(_ -> new Answer.NoDate())
                        .toList()));
                continue;
            }
            var holds = new HoldBatch(terms.get(), read);
            written.add(new Written.Results<>(
                    batch.commands().stream().map(holds::decide).toList()));
            decided.add(holds);
        }
        HoldWrites.of(decided, read, locking).run(connection);
        return written;
    }

    /**
     * Under the head nobody else changes who has a seat: where a claim is not as its hold says, the row was damaged, and whoever meets it
     * fails alone.
     */
    @Override
    public Fault fault(Exception e) {
        var fault = Transaction.fault(e);
        var isDamage =
                e instanceof Pipeline.RowsMissing || (fault == Fault.BROKEN && e instanceof IllegalStateException);
        return locking == Locking.HEAD && isDamage ? Fault.POISON : fault;
    }
}
