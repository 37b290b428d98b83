package io.jari.wallet;

import io.jari.commit.Transaction;
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

/** Many transfers of a few accounts, one transaction: read under the heads' locks, decided in arrival order, written with arrays, committed. */
final class WalletTransaction implements BatchWriter<Long, WalletCommand, WalletAnswer> {
    private final DataSource dataSource;
    private final Guards guards;

    WalletTransaction(DataSource dataSource, Guards guards) {
        this.dataSource = dataSource;
        this.guards = guards;
    }

    @Override
    public List<Written<WalletAnswer>> write(List<Batch<Long, WalletCommand>> batches) throws SQLException {
        return Transaction.run(dataSource, connection -> decideAndWrite(connection, batches));
    }

    private List<Written<WalletAnswer>> decideAndWrite(Connection connection, List<Batch<Long, WalletCommand>> batches)
            throws SQLException {
        var read = WalletStore.read(connection, batches, guards.heads());
        var decided = new ArrayList<WalletBatch>();
        var written = new ArrayList<Written<WalletAnswer>>();
        for (var batch : batches) {
            var state = read.states().get(batch.partition());
            if (state == null) {
                written.add(new Written.Skipped<>());
                continue;
            }
            var wallet = new WalletBatch(state, read.charges());
            written.add(new Written.Results<>(
                    batch.commands().stream().map(wallet::decide).toList()));
            if (!wallet.isEmpty()) {
                decided.add(wallet);
            }
        }
        var pipeline = new Pipeline();
        WalletWrites.write(pipeline, decided, guards);
        pipeline.run(connection);
        return written;
    }

    @Override
    public Fault fault(Exception e) {
        return Transaction.fault(e);
    }
}
