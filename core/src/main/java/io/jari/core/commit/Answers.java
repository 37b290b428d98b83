package io.jari.core.commit;

import java.util.List;
import java.util.function.IntFunction;

/** Gives commands their outcomes, in arrival order and outside all locks, once they no longer count against the limits. */
record Answers<P, C, R>(Room room, DrainRate rate, CommitListener listener) {

    void decided(PartitionLine<P, C, R> line, List<Pending<C, R>> commands, List<R> results) {
        give(line, commands, i -> new Outcome.Decided<>(results.get(i)));
    }

    void failed(PartitionLine<P, C, R> line, List<Pending<C, R>> commands, Throwable cause) {
        give(line, commands, i -> heard(new Outcome.Failed<>(cause)));
    }

    /** Not executed for this reason, or unknown. */
    void undecided(PartitionLine<P, C, R> line, List<Pending<C, R>> commands, Outcome.Why why) {
        give(line, commands, i -> heard(commands.get(i).undecided(why)));
    }

    /** Answers all that closing finds: what waits is not executed; of what a hanging writer has begun nobody can know. */
    void closing(PartitionLine<P, C, R> line) {
        var remains = line.abandon();
        room.leave(remains.unsettled());
        for (var pending : remains.begun()) {
            pending.complete(new Outcome.OutcomeUnknown<>());
        }
        for (var pending : remains.waiting()) {
            pending.complete(pending.undecided(Outcome.Why.CLOSED));
        }
        remains.unsettled().forEach(pending -> heard(pending.join()));
    }

    private void give(PartitionLine<P, C, R> line, List<Pending<C, R>> commands, IntFunction<Outcome<R>> outcomes) {
        if (commands.isEmpty() || !line.settle(commands)) {
            return;
        }
        room.leave(commands);
        rate.answered(commands.size(), System.nanoTime());
        for (int i = 0; i < commands.size(); i++) {
            commands.get(i).complete(outcomes.apply(i));
        }
    }

    private Outcome<R> heard(Outcome<R> outcome) {
        listener.undecided(outcome);
        return outcome;
    }
}
