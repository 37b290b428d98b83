package io.jari.queue;

import io.jari.commit.Transaction;
import io.jari.core.commit.Batch;
import io.jari.core.commit.BatchWriter;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Written;
import io.jari.db.Heads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongUnaryOperator;
import javax.sql.DataSource;

/** Commands of one queue, one transaction: locked, read, decided in arrival order, written, committed. */
final class QueueTransaction implements BatchWriter<Integer, Command, Answer> {
    private final DataSource dataSource;
    private final Heads.Lock lock;

    QueueTransaction(DataSource dataSource, Heads.Lock lock) {
        this.dataSource = dataSource;
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
        var batch = new QueueBatch(read, LongUnaryOperator.identity(), counted);
        var answers = commands.stream().map(batch::decide).toList();
        QueueWrites.of(batch).run(connection);
        return answers;
    }

    @Override
    public Fault fault(Exception e) {
        return Transaction.fault(e);
    }
}
