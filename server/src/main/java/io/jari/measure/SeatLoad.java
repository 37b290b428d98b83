package io.jari.measure;

import io.jari.core.commit.Outcome;
import io.jari.core.id.SignedIds;
import io.jari.seat.Answer;
import io.jari.seat.Command;
import io.jari.seat.SeatHolds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seats held and given back, one to four side by side: of the front rows of one date, which everybody wants, or of all seats of several
 * dates. What is given back keeps seats free for as long as one likes to measure; it is not counted.
 */
final class SeatLoad implements ClosedLoop.Shots {
    private static final int[] SIZES = {1, 1, 1, 2, 2, 2, 2, 2, 3, 4};
    private static final int KIND = 3;

    private final SeatHolds holds;
    private final List<Integer> dates;
    private final int seats;
    private final SignedIds ids = new SignedIds(KIND, new byte[32]);
    private final AtomicReferenceArray<@Nullable Held> held;

    private record Held(int dateId, String holdId) {}

    /** @param seats of each date that are wanted, from the front */
    SeatLoad(SeatHolds holds, List<Integer> dates, int seats, int mostClients) {
        this.holds = holds;
        this.dates = dates;
        this.seats = seats;
        this.held = new AtomicReferenceArray<>(mostClients);
    }

    @Override
    public CompletableFuture<ClosedLoop.Told> fire(int client) {
        var before = held.get(client);
        return before == null ? hold(client) : giveBack(client, before);
    }

    @Override
    public void rest() {
        IntStream.range(0, held.length()).mapToObj(this::giveBack).toList().forEach(CompletableFuture::join);
    }

    private CompletableFuture<ClosedLoop.Told> giveBack(int client) {
        var before = held.get(client);
        return before == null ? CompletableFuture.completedFuture(ClosedLoop.Told.ASIDE) : giveBack(client, before);
    }

    private CompletableFuture<ClosedLoop.Told> hold(int client) {
        var random = ThreadLocalRandom.current();
        var date = dates.get(random.nextInt(dates.size()));
        var size = SIZES[random.nextInt(SIZES.length)];
        var first = random.nextInt(seats - size + 1);
        var wanted = IntStream.range(first, first + size).boxed().toList();
        var id = ids.mint(date, System.currentTimeMillis());
        var account = client + 1L;
        var command = new Command.Hold(id, new byte[32], "account:" + account, account, List.of(wanted), null);
        return holds.submit(date, command).thenApply(outcome -> {
            if (outcome instanceof Outcome.Decided<Answer>(Answer.Held _)) {
                held.set(client, new Held(date, id));
                return ClosedLoop.Told.ACCEPTED;
            }
            return outcome instanceof Outcome.Decided<Answer>(Answer.Taken _)
                    ? ClosedLoop.Told.REFUSED
                    : ClosedLoop.Told.FAILED;
        });
    }

    private CompletableFuture<ClosedLoop.Told> giveBack(int client, Held what) {
        var account = client + 1L;
        var command = new Command.Release(what.holdId, "account:" + account, account);
        return holds.submit(what.dateId, command).thenApply(outcome -> {
            if (outcome instanceof Outcome.Decided<Answer>) {
                held.set(client, null);
                return ClosedLoop.Told.ASIDE;
            }
            return ClosedLoop.Told.FAILED;
        });
    }
}
