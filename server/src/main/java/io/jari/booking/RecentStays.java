package io.jari.booking;

import io.jari.core.commit.Batch;
import io.jari.db.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an account booked just now, for those who want to be asked before they book much the same again. */
final class RecentStays {
    /** What was made longer ago was hardly made twice by mistake. */
    static final int MINUTES = 15;

    /** No more of them are named. */
    static final int MOST = 5;

    private RecentStays() {}

    /** Adds the reading to what is sent together, after the locks; nothing where nobody wants to be asked. */
    static void read(Pipeline pipeline, List<Batch<Integer, Command>> batches, Consumer<Reservation> each) {
        var wishes = batches.stream()
                .flatMap(batch ->
                        batch.commands().stream().flatMap(command -> wish(batch.partition(), command).stream()))
                .distinct()
                .toList();
        if (!wishes.isEmpty()) {
            BookingStore.recent(pipeline, wishes, each);
        }
    }

    /** What somebody wants who wants to be asked. Guests without account have no bookings of their own. */
    static Optional<BookingStore.Wish> wish(int hotelId, Command command) {
        if (!(command instanceof Command.Reserve c) || !c.askIfSimilar()) {
            return Optional.empty();
        }
        var accountId = c.accountId();
        return accountId == null ? Optional.empty() : Optional.of(new BookingStore.Wish(hotelId, accountId, c.claim()));
    }

    /** The question, if there is one: live bookings of the account for the same room type and a night in common. */
    static Optional<Answer> question(int hotelId, Command command, Collection<Reservation> known, Instant now) {
        return wish(hotelId, command)
                .map(wish -> known.stream()
                        .filter(r -> isLike(r, wish) && r.createdAt().isAfter(now.minus(Duration.ofMinutes(MINUTES))))
                        .sorted(Comparator.comparing(Reservation::createdAt).reversed())
                        .limit(MOST)
                        .toList())
                .filter(similar -> !similar.isEmpty())
                .map(Answer.Similar::new);
    }

    private static boolean isLike(Reservation r, BookingStore.Wish wish) {
        return r.isLive()
                && Long.valueOf(wish.accountId()).equals(r.accountId())
                && r.roomTypeId() == wish.claim().roomTypeId()
                && r.nights().overlaps(wish.claim().nights());
    }
}
