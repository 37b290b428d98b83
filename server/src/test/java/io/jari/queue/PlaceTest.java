package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.core.commit.Outcome;
import io.jari.db.Heads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One place for each, in the order of asking. */
class PlaceTest {
    private static final int ASKS = 2_000;
    private TestLine line;

    @BeforeEach
    void open() throws Exception {
        line = TestLine.open();
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void whoJoinsAgainHasTheSamePlace() {
        assertThat(line.join(1)).isEqualTo(1);
        assertThat(line.join(2)).isEqualTo(2);
        assertThat(line.ask(new Command.Join(TestLine.device(1), null, null)))
                .isEqualTo(new Answer.Place(1, TestLine.device(1), true));
        assertThat(line.of("tickets")).isEqualTo(2);
    }

    @Test
    void anAccountHasItsPlaceOnEveryDevice() {
        assertThat(line.join(1, 100)).isEqualTo(1);
        assertThat(line.join(2, 100)).isEqualTo(1);
        assertThat(line.join(2)).as("the device itself had none").isEqualTo(2);
    }

    @Test
    void whoSignsInWhileWaitingKeepsTheDevicesPlace() {
        assertThat(line.join(1)).isEqualTo(1);
        assertThat(line.join(1, 100)).isEqualTo(1);
        assertThat(line.join(9, 100)).as("it is the account's now").isEqualTo(1);
        assertThat(line.join(1, 101)).as("another person at the same device").isEqualTo(2);
    }

    @Test
    void anAccountWhosePlaceIsOverTakesTheOneOfItsDevice() throws Exception {
        assertThat(line.join(1, 100)).isEqualTo(1);
        line.step(1_000);
        line.after(Duration.ofSeconds(31));
        line.step(1_000);
        assertThat(line.join(1)).as("signed out").isEqualTo(2);
        assertThat(line.join(1, 100)).as("signed in again").isEqualTo(2);
        assertThat(line.join(9, 100)).isEqualTo(2);
    }

    @Test
    void manyAtOnceOnTwoProcessesEachGetAnotherTicketInTheOrderOfAsking() throws Exception {
        try (var other = line.other(Heads.Lock.HELD)) {
            assertThat(inversions(other)).isZero();
        }
        assertThat(line.of("tickets")).isEqualTo(ASKS);
        assertThat(line.count("select count(distinct ticket) from queue_ticket"))
                .isEqualTo(ASKS);
        assertThat(
                        line.count(
                                "select sum((body->>'last')::int - (body->>'first')::int + 1) from journal where action = 'queue.joined'"))
                .isEqualTo(ASKS);
    }

    @Test
    void withoutTheLockTwoProcessesWouldGiveTheSameTicket() throws Exception {
        // The key of tickets is the judge: without the lock it has to step in, and some are not served.
        try (var other = line.other(Heads.Lock.NONE);
                var another = line.other(Heads.Lock.NONE)) {
            var failed = new AtomicBoolean();
            assertThatThrownBy(() -> CompletableFuture.allOf(ask(other, 0, failed), ask(another, ASKS, failed))
                            .join())
                    .hasMessageContaining("not decided");
        }
    }

    /** Until one of them has not been served. */
    private static CompletableFuture<Void> ask(TestLine process, int from, AtomicBoolean failed) {
        return CompletableFuture.runAsync(() -> {
                    for (var i = 0; i < ASKS && !failed.get(); i++) {
                        process.join(from + i);
                    }
                })
                .whenComplete((_, e) -> failed.compareAndSet(false, e != null));
    }

    /** How many were answered before another was asked, and have the higher ticket. */
    private int inversions(TestLine other) {
        var answers = new ConcurrentSkipListMap<Long, List<Long>>();
        var all = new ArrayList<CompletableFuture<?>>();
        for (var i = 0; i < ASKS; i++) {
            var asked = System.nanoTime();
            var process = i % 2 == 0 ? line : other;
            all.add(process.queues()
                    .submit(TestLine.DATE, new Command.Join(TestLine.device(i), null, null))
                    .thenAccept(outcome -> answers.put(ticket(outcome), List.of(asked, System.nanoTime()))));
            if (i % 50 == 49) {
                all.getLast().join();
            }
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(answers).hasSize(ASKS);
        var found = 0;
        var lastAsked = new ArrayList<Long>();
        for (var times : answers.values()) {
            lastAsked.add(times.get(0));
            // Whoever has a lower ticket was asked before this one was answered.
            if (Collections.max(lastAsked) > times.get(1)) {
                found++;
            }
        }
        return found;
    }

    private static long ticket(Outcome<Answer> outcome) {
        return ((Answer.Place) ((Outcome.Decided<Answer>) outcome).result()).ticket();
    }
}
