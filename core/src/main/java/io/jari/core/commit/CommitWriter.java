package io.jari.core.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One writer: takes the first ready partition, and further ones that are ready too, through a transaction, again and again. */
final class CommitWriter<P, C, R> implements Runnable {
    private final Limits limits;
    private final PartitionLines<P, C, R> lines;
    private final Transaction<P, C, R> transaction;
    private final Answers<P, C, R> answers;
    private final CommitListener listener;
    private final BooleanSupplier closed;
    private final List<Turn<P, C, R>> held = new ArrayList<>();

    CommitWriter(
            Limits limits,
            PartitionLines<P, C, R> lines,
            BatchWriter<P, C, R> writer,
            Answers<P, C, R> answers,
            BooleanSupplier closed) {
        this.limits = limits;
        this.lines = lines;
        this.transaction = new Transaction<>(limits, writer, answers, turn -> putBack(turn), closed);
        this.answers = answers;
        this.listener = answers.listener();
        this.closed = closed;
    }

    @Override
    public void run() {
        while (!closed.getAsBoolean()) {
            try {
                switch (lines.awaitReady()) {
                    case PartitionLine<P, C, R> line -> serve(line);
                    case Ready.End<P, C, R> _ -> {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                // Closing interrupts, and the loop asks; anybody else has no say here.
            } catch (Throwable broken) {
                // Out of memory while it was told of: the next turn tries.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(PartitionLine<P, C, R> first) {
        try {
            gather(first);
            transaction.run(List.copyOf(held));
        } catch (Throwable broken) {
            // Out of memory, or a defect here: no command may be left without an answer, no writer may die.
            held.forEach(turn -> answers.failed(turn.line(), unsettled(turn), broken));
        } finally {
            held.forEach(turn -> lines.release(turn.line()));
            held.clear();
        }
    }

    private void gather(PartitionLine<P, C, R> first) {
        int room = limits.batch();
        long bytes = limits.batchBytes();
        var line = first;
        while (line != null) {
            var turn = new Turn<>(line, line.take(room, bytes, held.isEmpty()));
            held.add(turn);
            for (var pending : turn.commands()) {
                room--;
                bytes -= pending.bytes;
            }
            hear(turn);
            boolean more = room > 0 && bytes > 0 && held.size() < limits.partitionsPerCommit();
            line = more ? lines.pollFollower() : null;
        }
    }

    /** Lets go of a partition at once: another writer need not wait until this one is through with the rest. */
    private void putBack(Turn<P, C, R> turn) {
        held.removeIf(other -> other.line().equals(turn.line()));
        turn.line().giveBack(turn.commands());
        lines.release(turn.line());
    }

    private void hear(Turn<P, C, R> turn) {
        if (!turn.commands().isEmpty()) {
            long waited = System.nanoTime() - turn.commands().getFirst().sinceNanos;
            listener.taken(turn.commands().size(), waited);
        }
    }

    private List<Pending<C, R>> unsettled(Turn<P, C, R> turn) {
        return turn.commands().stream().filter(pending -> !pending.settled).toList();
    }
}
