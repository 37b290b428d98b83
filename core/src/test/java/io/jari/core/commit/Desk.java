package io.jari.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A group commit on a {@link Store}, as the tests use it. */
final class Desk implements AutoCloseable {
    final Store store;
    final Heard heard = new Heard();
    final GroupCommit<String, String, Integer> commit;

    Desk(Bounds bounds, Store store) {
        this.store = store;
        commit = new GroupCommit<>(bounds.limits(), store, heard);
    }

    CompletableFuture<Outcome<Integer>> submit(String partition, String id) {
        return submit(partition, id, 100);
    }

    CompletableFuture<Outcome<Integer>> submit(String partition, String id, int bytes) {
        return commit.submit(partition, id, bytes, System.nanoTime() + TimeUnit.MINUTES.toNanos(5));
    }

    CompletableFuture<Outcome<Integer>> submitLate(String partition, String id) {
        return commit.submit(partition, id, 100, System.nanoTime() - 1);
    }

    List<CompletableFuture<Outcome<Integer>>> submitAll(String partition, String... ids) {
        return Stream.of(ids).map(id -> submit(partition, id)).toList();
    }

    /** Keeps the only writer busy with another partition until the gate opens. */
    static Gate hold(Desk desk) throws InterruptedException {
        var gate = new Gate();
        desk.store.then(gate.step());
        var _ = desk.submit("held", "held");
        gate.awaitReached();
        return gate;
    }

    static Outcome<Integer> outcome(CompletableFuture<Outcome<Integer>> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    static List<Outcome<Integer>> outcomes(List<CompletableFuture<Outcome<Integer>>> futures) {
        return new ArrayList<>(futures.stream().map(Desk::outcome).toList());
    }

    static Outcome<Integer> decided(int place) {
        return new Outcome.Decided<>(place);
    }

    static Outcome<Integer> notExecuted(Outcome.Why why) {
        return new Outcome.NotExecuted<>(why);
    }

    static Outcome<Integer> unknown() {
        return new Outcome.OutcomeUnknown<>();
    }

    /** Closes, and checks what must hold after anything whatever: nothing counted, nothing kept. */
    @Override
    public void close() {
        commit.close();
        assertThat(commit.depth().commands()).as("commands left").isZero();
        assertThat(commit.depth().bytes()).as("bytes left").isZero();
    }
}
