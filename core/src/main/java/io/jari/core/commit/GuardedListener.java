package io.jari.core.commit;

/** Keeps what a listener throws away from the writers. */
record GuardedListener(CommitListener listener) implements CommitListener {

    @Override
    public void taken(int commands, long oldestWaitNanos) {
        guard(() -> listener.taken(commands, oldestWaitNanos));
    }

    @Override
    public void committed(int partitions, int commands, long nanos) {
        guard(() -> listener.committed(partitions, commands, nanos));
    }

    @Override
    public void retried(Fault fault, int commands) {
        guard(() -> listener.retried(fault, commands));
    }

    @Override
    public void split(int commands) {
        guard(() -> listener.split(commands));
    }

    @Override
    public void skipped(int commands) {
        guard(() -> listener.skipped(commands));
    }

    @Override
    public void undecided(Outcome<?> outcome) {
        guard(() -> listener.undecided(outcome));
    }

    @Override
    public void rejected(Rejection rejection) {
        guard(() -> listener.rejected(rejection));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error ignored) {
            // A metric must never cost a command its answer.
        }
    }
}
