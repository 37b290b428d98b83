package io.jari.bench.crowd;

import io.jari.bench.api.OwnDatabase;
import io.jari.bench.api.Venue;
import java.sql.SQLException;

/**
 * Money of a date's seats as the database has it, in minor units: asked in SQL, past everything that sells.
 *
 * @param sold seats that somebody owns
 * @param soldFor what they cost together
 * @param owners of one seat, at most
 * @param byCard captured by cards
 * @param byWallet taken from wallets
 * @param back given back
 * @param open payments of which it is not yet known how they end, and refunds under way
 */
record Takings(int sold, long soldFor, int owners, long byCard, long byWallet, long back, int open) {
    private static final String ASK = """
            select (select count(*) from seat_claim c join seat_hold h using (date_id, hold_id)
                     where c.date_id = ? and h.status = 'sold') sold,
                   (select coalesce(sum(total), 0) from seat_hold where date_id = ? and status = 'sold') sold_for,
                   (select coalesce(max(n), 0) from (select count(*) n from seat_hold h, unnest(h.seats) seat
                     where h.date_id = ? and h.status = 'sold' group by seat) each_seat) owners,
                   coalesce(sum(amount) filter (where method = 'card' and state in ('succeeded', 'surplus')), 0) by_card,
                   coalesce(sum(amount) filter (where method = 'wallet' and state in ('succeeded', 'surplus')), 0) by_wallet,
                   (select coalesce(sum(amount), 0) from payment_refund
                     where partition_id = ? and kind = 2 and state = 'done') back,
                   count(*) filter (where state in ('created', 'processing'))
                     + (select count(*) from payment_refund
                         where partition_id = ? and kind = 2 and state = 'requested') open
              from payment_attempt where partition_id = ? and kind = 2
            """;

    static Takings of(OwnDatabase database, Venue.Date date) throws SQLException {
        try (var connection = database.connect();
                var select = connection.prepareStatement(ASK)) {
            for (var i = 1; i <= 6; i++) {
                select.setInt(i, Integer.parseInt(date.dateId()));
            }
            try (var row = select.executeQuery()) {
                row.next();
                return new Takings(
                        row.getInt("sold"),
                        row.getLong("sold_for"),
                        row.getInt("owners"),
                        row.getLong("by_card"),
                        row.getLong("by_wallet"),
                        row.getLong("back"),
                        row.getInt("open"));
            }
        }
    }

    /** Whether what was taken and not given back is what the seats that are sold cost, to the last won. */
    boolean even() {
        return byCard + byWallet - back == soldFor && owners <= 1;
    }
}
