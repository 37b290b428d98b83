package io.jari.core.commit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the listener was told, as short sentences. */
final class Heard implements CommitListener {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    public void taken(int commands, long oldestWaitNanos) {
        all.add("taken " + commands + (oldestWaitNanos >= 0 ? "" : " before it came"));
    }

    @Override
    public void committed(int partitions, int commands, long nanos) {
        all.add("committed " + commands + " of " + partitions);
    }

    @Override
    public void retried(Fault fault, int commands) {
        all.add("retried " + commands + " after " + fault);
    }

    @Override
    public void split(int commands) {
        all.add("split " + commands);
    }

    @Override
    public void skipped(int commands) {
        all.add("skipped " + commands);
    }

    @Override
    public void undecided(Outcome<?> outcome) {
        all.add("undecided " + outcome.getClass().getSimpleName());
    }

    @Override
    public void rejected(Rejection rejection) {
        all.add("rejected " + rejection);
    }
}
