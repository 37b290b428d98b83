package io.jari.timeline;

import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import io.jari.timeline.PaymentFacts.Back;
import io.jari.timeline.PaymentFacts.Tried;
import io.jari.timeline.TimelineBodies.EventBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** All that is written down of a payment, wherever it is: for people who ask what happened. Reads the journal and the ledger, too. */
@ApplicationScoped
class TimelineStore {
    private static final int MOST_EVENTS = 500;
    private final Jdbi jdbi;

    TimelineStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** What an attempt pays for, by its provider's name for it. */
    Optional<PaymentKey> byCheckout(String checkout) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select partition_id, kind, subject from payment_attempt where checkout = :checkout limit 1")
                .bind("checkout", checkout)
                .map((row, _) -> PaymentRows.key(row))
                .findOne());
    }

    /** What somebody may see: everything, or the payments of all hotels or dates, or those of some. */
    record Sight(boolean everything, boolean allHotels, List<Long> hotels, boolean allDates, List<Long> dates) {}

    /** Payments tried with a card that ends so, newest first. */
    List<PaymentKey> byCard(String last4, Instant from, Instant to, Sight sight, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select partition_id, kind, subject from payment_attempt
                         where card = :last4 and created_at >= :from and created_at < :to
                           and (:everything or kind = 1 and (:allHotels or partition_id = any(:hotels::bigint[]))
                                            or kind = 2 and (:allDates or partition_id = any(:dates::bigint[])))
                         group by 1, 2, 3 order by max(created_at) desc limit :most
                        """)
                .bind("last4", last4)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("everything", sight.everything())
                .bind("allHotels", sight.allHotels())
                .bindArray("hotels", Long.class, sight.hotels())
                .bind("allDates", sight.allDates())
                .bindArray("dates", Long.class, sight.dates())
                .bind("most", most)
                .map((row, _) -> PaymentRows.key(row))
                .list());
    }

    List<Tried> tried(PaymentKey key) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery("""
                        select n, method, provider, state, amount, card, reason, coalesce(ended_at, created_at)
                          from payment_attempt where partition_id = :partition and kind = :kind and subject = :subject
                         order by n
                        """), key)
                .map((row, _) -> new Tried(
                        row.getInt(1),
                        key.reference(row.getInt(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        time(row, 8)))
                .list());
    }

    List<Back> backs(PaymentKey key) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery("""
                        select n, attempt, state, amount, done_at
                          from payment_refund where partition_id = :partition and kind = :kind and subject = :subject
                         order by n
                        """), key)
                .map((row, _) -> new Back(
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getObject(5) == null ? null : time(row, 5)))
                .list());
    }

    /** What the journal has of it, oldest first. */
    List<EventBody> journal(PaymentKey key) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery("""
                        select at, action, actor, body ->> 'n', (body ->> 'amount')::bigint, body ->> 'currency', body ->> 'about'
                          from journal
                         where partition_id = :partition and kind = :kind and subject = :subject
                           and action <> 'reservation.created'
                         order by version, n limit :most
                        """), key)
                .bind("most", MOST_EVENTS)
                .map((row, _) -> {
                    var about = row.getString(7);
                    return new EventBody(
                            time(row, 1),
                            "journal",
                            row.getString(2),
                            row.getString(4),
                            row.getObject(5, Long.class),
                            row.getString(6),
                            about == null ? row.getString(3) : row.getString(3) + ", " + about);
                })
                .list());
    }

    /** What providers told unasked. */
    List<EventBody> callbacks(Collection<String> references) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select received_at, type, reference, provider from payment_callback
                         where reference = any(:references::text[]) order by received_at limit :most
                        """)
                .bindArray("references", String.class, List.copyOf(references))
                .bind("most", MOST_EVENTS)
                .map((row, _) -> new EventBody(
                        time(row, 1), "callback", row.getString(2), row.getString(3), null, null, row.getString(4)))
                .list());
    }

    /** What it moved in the wallet of the one who pays. */
    List<EventBody> postings(long accountId, Collection<String> transfers) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select at, kind, transfer_id, amount, currency from posting
                         where account_id = :account and transfer_id = any(:transfers::text[]) and n = 1
                         order by version, seq limit :most
                        """)
                .bind("account", accountId)
                .bindArray("transfers", String.class, List.copyOf(transfers))
                .bind("most", MOST_EVENTS)
                .map((row, _) -> new EventBody(
                        time(row, 1),
                        "wallet",
                        "wallet." + row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        null))
                .list());
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Query keyed(Query query, PaymentKey key) {
        return query.bind("partition", key.partition().id())
                .bind("kind", key.partition().kind().code())
                .bind("subject", key.subject());
    }
}
