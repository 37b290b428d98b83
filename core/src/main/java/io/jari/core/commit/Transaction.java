package io.jari.core.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings the commands of a few partitions through the writer until each has its outcome or is back in its line. */
final class Transaction<P, C, R> {
    private final Limits limits;
    private final BatchWriter<P, C, R> writer;
    private final CommitListener listener;
    private final Answers<P, C, R> answers;
    private final Consumer<Turn<P, C, R>> putBack;
    private final BooleanSupplier closed;

    Transaction(
            Limits limits,
            BatchWriter<P, C, R> writer,
            Answers<P, C, R> answers,
            Consumer<Turn<P, C, R>> putBack,
            BooleanSupplier closed) {
        this.limits = limits;
        this.writer = writer;
        this.listener = answers.listener();
        this.answers = answers;
        this.putBack = putBack;
        this.closed = closed;
    }

    void run(List<Turn<P, C, R>> turns) {
        run(turns, new Retries(limits, closed));
    }

    private void run(List<Turn<P, C, R>> turns, Retries retries) {
        var wanted = turns;
        while (true) {
            wanted = answerLate(wanted);
            if (wanted.isEmpty()) {
                return;
            }
            if (closed.getAsBoolean()) {
                giveUp(wanted, Outcome.Why.CLOSED);
                return;
            }
            switch (attempt(wanted)) {
                case Attempt.Committed<R>(var written) -> {
                    deliver(wanted, written);
                    return;
                }
                case Attempt.Failed<R>(var fault, var cause) -> {
                    switch (fault) {
                        case BROKEN -> {
                            fail(wanted, cause);
                            return;
                        }
                        case POISON -> {
                            isolate(wanted, cause, retries);
                            return;
                        }
                        case RETRY, COMMIT_UNKNOWN -> {
                            if (!again(wanted, fault, retries)) {
                                return;
                            }
                            wanted = wanted.subList(0, 1);
                        }
                    }
                }
            }
        }
    }

    private List<Turn<P, C, R>> answerLate(List<Turn<P, C, R>> turns) {
        long now = System.nanoTime();
        var wanted = new ArrayList<Turn<P, C, R>>(turns.size());
        for (var turn : turns) {
            var late = turn.commands().stream().filter(p -> p.isLate(now)).toList();
            var inTime = late.isEmpty()
                    ? turn.commands()
                    : turn.commands().stream().filter(p -> !p.isLate(now)).toList();
            answers.undecided(turn.line(), late, Outcome.Why.DEADLINE);
            if (!inTime.isEmpty()) {
                wanted.add(new Turn<>(turn.line(), inTime));
            }
        }
        return wanted;
    }

    private sealed interface Attempt<R> {
        record Committed<R>(List<Written<R>> written) implements Attempt<R> {}

        record Failed<R>(Fault fault, Throwable cause) implements Attempt<R> {}
    }

    private Attempt<R> attempt(List<Turn<P, C, R>> turns) {
        long startNanos = System.nanoTime();
        try {
            var written =
                    List.copyOf(writer.write(turns.stream().map(Turn::batch).toList()));
            if (written.size() != turns.size()) {
                throw new IllegalStateException(written.size() + " answers to " + turns.size() + " batches");
            }
            listener.committed(turns.size(), count(turns), System.nanoTime() - startNanos);
            return new Attempt.Committed<>(written);
        } catch (Exception e) {
            return new Attempt.Failed<>(fault(e), e);
        } catch (Throwable e) {
            return new Attempt.Failed<>(Fault.BROKEN, e);
        }
    }

    private Fault fault(Exception e) {
        Fault fault;
        try {
            fault = writer.fault(e);
        } catch (RuntimeException | Error broken) {
            e.addSuppressed(broken);
            fault = Fault.BROKEN;
        }
        // Closing interrupts a writer in the midst of anything.
        return fault == Fault.BROKEN && closed.getAsBoolean() ? Fault.COMMIT_UNKNOWN : fault;
    }

    private void deliver(List<Turn<P, C, R>> turns, List<Written<R>> written) {
        for (int i = 0; i < turns.size(); i++) {
            deliver(turns.get(i), written.get(i), i == 0);
        }
    }

    private void deliver(Turn<P, C, R> turn, Written<R> written, boolean leads) {
        int commands = turn.commands().size();
        switch (written) {
            case Written.Skipped<R>() -> {
                if (leads) {
                    answers.failed(turn.line(), turn.commands(), new IllegalStateException("the first was skipped"));
                } else {
                    listener.skipped(commands);
                    putBack.accept(turn);
                }
            }
            case Written.Results<R>(var results) -> {
                if (results.size() == commands) {
                    answers.decided(turn.line(), turn.commands(), results);
                } else {
                    var wrong = new IllegalStateException(results.size() + " results for " + commands + " commands");
                    answers.failed(turn.line(), turn.commands(), wrong);
                }
            }
        }
    }

    private void isolate(List<Turn<P, C, R>> turns, Throwable cause, Retries retries) {
        int commands = count(turns);
        if (commands == 1) {
            fail(turns, cause);
            return;
        }
        listener.split(commands);
        if (turns.size() > 1) {
            int half = turns.size() / 2;
            run(turns.subList(0, half), retries);
            run(turns.subList(half, turns.size()), retries);
        } else {
            var turn = turns.getFirst();
            run(List.of(turn.part(0, commands / 2)), retries);
            run(List.of(turn.part(commands / 2, commands)), retries);
        }
    }

    private boolean again(List<Turn<P, C, R>> turns, Fault fault, Retries retries) {
        if (fault == Fault.COMMIT_UNKNOWN) {
            turns.forEach(turn -> turn.commands().forEach(pending -> pending.uncertain = true));
        }
        // The first may be what another process holds: the others need not wait for it again, each will lead its own
        // transaction.
        turns.stream().skip(1).forEach(putBack);
        var first = turns.subList(0, 1);
        if (retries.pause()) {
            listener.retried(fault, count(turns));
            return true;
        }
        giveUp(first, closed.getAsBoolean() ? Outcome.Why.CLOSED : Outcome.Why.RETRIES);
        return false;
    }

    private void giveUp(List<Turn<P, C, R>> turns, Outcome.Why why) {
        turns.forEach(turn -> answers.undecided(turn.line(), turn.commands(), why));
    }

    private void fail(List<Turn<P, C, R>> turns, Throwable cause) {
        turns.forEach(turn -> answers.failed(turn.line(), turn.commands(), cause));
    }

    private static int count(List<? extends Turn<?, ?, ?>> turns) {
        return turns.stream().mapToInt(turn -> turn.commands().size()).sum();
    }
}
