package io.jari.measure;

import io.jari.booking.Answer;
import io.jari.booking.Bookings;
import io.jari.booking.Command;
import io.jari.booking.GuestDetails;
import io.jari.core.commit.Outcome;
import io.jari.core.id.SignedIds;
import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Stays of three nights: all in one room type on the same nights, or spread over room types and days. */
final class RoomLoad implements ClosedLoop.Shots {
    private static final int NIGHTS = 3;
    private static final int FROM_DAYS = 30;
    private static final int KIND = 1;

    private final Bookings bookings;
    private final List<Choice> choices;
    private final LocalDate from;
    private final int spreadDays;
    private final SignedIds ids = new SignedIds(KIND, new byte[32]);

    private record Choice(int hotelId, int roomTypeId) {}

    /** @param spreadDays over which arrivals are spread, at least 1 */
    RoomLoad(Bookings bookings, DataSource database, int spreadDays) throws SQLException {
        this.bookings = bookings;
        this.spreadDays = spreadDays;
        var found = new ArrayList<Choice>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select hotel_id, room_type_id from room_type order by 1, 2")) {
                while (rows.next()) {
                    found.add(new Choice(rows.getInt(1), rows.getInt(2)));
                }
            }
            try (var row = statement.executeQuery("select jari_now()::date")) {
                row.next();
                this.from = row.getObject(1, LocalDate.class).plusDays(FROM_DAYS);
            }
        }
        this.choices = List.copyOf(found);
    }

    @Override
    public CompletableFuture<ClosedLoop.Told> fire(int client) {
        var random = ThreadLocalRandom.current();
        var choice = choices.get(random.nextInt(choices.size()));
        var start = from.plusDays(random.nextInt(spreadDays));
        var claim = new Claim(choice.roomTypeId, new NightRange(start, start.plusDays(NIGHTS)), 1);
        var id = ids.mint(choice.hotelId, System.currentTimeMillis());
        var guest = new GuestDetails("Guest " + client, null, null, 1, null);
        var account = client + 1L;
        var command = new Command.Reserve(id, new byte[32], "account:" + account, account, claim, guest, null, false);
        return bookings.submit(choice.hotelId, command).thenApply(RoomLoad::told);
    }

    private static ClosedLoop.Told told(Outcome<Answer> outcome) {
        return switch (outcome) {
            case Outcome.Decided<Answer>(Answer.Reserved reserved)
            when !reserved.repeated() -> ClosedLoop.Told.ACCEPTED;
            case Outcome.Decided<Answer>(Answer.Refused _) -> ClosedLoop.Told.REFUSED;
            default -> ClosedLoop.Told.FAILED;
        };
    }
}
