package io.jari.queue;

import io.jari.commit.Transaction;
import io.jari.core.commit.Batch;
import io.jari.core.commit.BatchWriter;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Written;
import io.jari.core.queue.MerkleTree;
import io.jari.db.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;

/** Commands of one queue, one transaction: locked, read, decided in arrival order, written, committed. */
final class QueueTransaction implements BatchWriter<Integer, Command, Answer> {
    private final DataSource dataSource;
    private final QueueRanks ranks;
    private final Heads.Lock lock;

    QueueTransaction(DataSource dataSource, QueueRanks ranks, Heads.Lock lock) {
        this.dataSource = dataSource;
        this.ranks = ranks;
        this.lock = lock;
    }

    @Override
    public List<Written<Answer>> write(List<Batch<Integer, Command>> batches) throws SQLException {
        var batch = batches.getFirst();
        var results = Transaction.run(
                dataSource, connection -> decideAndWrite(connection, batch.partition(), batch.commands()));
        return List.of(new Written.Results<>(results));
    }

    private List<Answer> decideAndWrite(Connection connection, int dateId, List<Command> commands) throws SQLException {
        var read = QueueStore.read(connection, dateId, commands, lock);
        if (read.row() == null) {
            return commands.stream().<Answer>map(_ -> new Answer.NoQueue()).toList();
        }
        var counted = commands.stream().anyMatch(Command.Step.class::isInstance);
        var freezes = read.queue().isToBeFrozen(read.now()) && read.timeIsFair();
        if (freezes) {
            freeze(connection, read);
        }
        var batch = new QueueBatch(read, ranks(read.queue()), counted);
        if (freezes) {
            batch.tellFrozen();
        }
        var answers = commands.stream().map(batch::decide).toList();
        QueueWrites.of(batch).run(connection);
        return answers;
    }

    /** Whoever comes first after the opening freezes the list of those who came before it. */
    private static void freeze(Connection connection, QueueRead read) throws SQLException {
        var queue = read.queue();
        var leaves = DrawStore.leaves(connection, queue.dateId(), queue.tickets());
        var draw = Objects.requireNonNull(queue.draw());
        read.row(queue.with(draw.frozen(queue.tickets(), MerkleTree.root(leaves), read.now())));
    }

    private LongUnaryOperator ranks(QueueRow queue) {
        var draw = queue.draw();
        if (queue.mode() != Mode.DRAWN || draw == null || !queue.isOrdered()) {
            return LongUnaryOperator.identity();
        }
        var root = Objects.requireNonNull(draw.root());
        var count = Objects.requireNonNull(draw.tickets());
        return ranks.of(queue.dateId(), draw.seed(), root, draw.publicValue(), count)
                .join()::rank;
    }

    @Override
    public Fault fault(Exception e) {
        return Transaction.fault(e);
    }
}
