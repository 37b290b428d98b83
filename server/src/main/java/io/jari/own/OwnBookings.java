package io.jari.own;

import io.jari.account.Caller;
import io.jari.http.Cursor;
import io.jari.own.OwnBodies.OwnBooking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What an account has booked, of both kinds, as the projection has it. */
@ApplicationScoped
public class OwnBookings {
    private final Jdbi jdbi;

    public OwnBookings(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Some of them, and the cursor to those after. */
    public record Page(List<OwnBooking> bookings, @Nullable String next) {}

    /** Newest first. */
    public Page of(Caller caller, @Nullable String kind, @Nullable String cursor, int limit) {
        var after = cursor == null
                ? null
                : Cursor.parse(cursor, 2, parts -> new OwnStore.Place(Cursor.time(parts.get(0)), parts.get(1)));
        var found = jdbi.withHandle(handle -> OwnStore.page(handle, caller.accountId(), kind, after, limit + 1));
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(OwnStore.Placed::booking).toList(),
                found.size() > limit
                        ? Cursor.of(
                                page.getLast().place().createdAt(),
                                page.getLast().place().bookingId())
                        : null);
    }
}
