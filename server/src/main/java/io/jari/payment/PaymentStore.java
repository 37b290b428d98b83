package io.jari.payment;

import io.jari.db.Pipeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is read of payments, without a lock, and what providers told. */
@ApplicationScoped
class PaymentStore {
    private static final String HEADS = " join payment p using (partition_id, kind, subject)";
    private final DataSource dataSource;
    private final Jdbi jdbi;

    PaymentStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
    }

    Optional<StoredPayment> find(PaymentKey key) {
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    /** Those that exist. */
    Map<PaymentKey, StoredPayment> find(Collection<PaymentKey> keys) {
        record Head(PaymentKey key, @Nullable Long account, String currency, Instant begunAt, long version) {}
        var heads = new ArrayList<Head>();
        var pipeline = new Pipeline();
        var rows = PaymentRows.read(pipeline, keys);
        pipeline.query(
                "select k.*, p.account_id, p.currency, p.begun_at, p.version" + PaymentRows.FROM_KEYS + HEADS,
                slots -> PaymentRows.keys(slots, keys),
                row -> heads.add(new Head(
                        PaymentRows.key(row),
                        row.getObject(4, Long.class),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getLong(7))));
        run(pipeline);
        var found = new HashMap<PaymentKey, StoredPayment>();
        for (var h : heads) {
            found.put(h.key, new StoredPayment(rows.of(h.key), h.currency, h.account, h.begunAt, h.version));
        }
        return found;
    }

    /** The versions of payments that somebody waits for. */
    Map<PaymentKey, Long> versions(Collection<PaymentKey> keys) {
        var versions = new HashMap<PaymentKey, Long>();
        run(new Pipeline()
                .query(
                        "select k.*, p.version" + PaymentRows.FROM_KEYS + HEADS,
                        slots -> PaymentRows.keys(slots, keys),
                        row -> versions.put(PaymentRows.key(row), row.getLong(4))));
        return versions;
    }

    private void run(Pipeline pipeline) {
        try (var connection = dataSource.getConnection()) {
            pipeline.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("payments can't be read", e);
        }
    }

    /** A place in an account's list. */
    record Begun(PaymentKey key, Instant at) {}

    /** An account's payments, newest first, from after a place in that order. */
    List<Begun> ofAccount(long accountId, Instant before, String subject, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select partition_id, kind, subject, begun_at from payment
                         where account_id = :account and (begun_at, subject) < (:before, :subject)
                         order by begun_at desc, subject desc limit :limit
                        """)
                .bind("account", accountId)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("subject", subject)
                .bind("limit", limit)
                .map((row, _) -> new Begun(
                        PaymentRows.key(row),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Notes what a provider told; false when this event was noted before. */
    boolean note(String provider, String eventId, String reference, String type) {
        return jdbi.withHandle(handle -> handle.execute("""
                        insert into payment_callback (provider, event_id, reference, type, received_at)
                        values (?, ?, ?, ?, jari_now()) on conflict do nothing
                        """, provider, eventId, reference, type) == 1);
    }

    /** Forgets the oldest of what was told before so many days; how many. */
    int forget(int days, int most) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from payment_callback
                         where (provider, event_id) in (select provider, event_id from payment_callback
                                                         where received_at < jari_now() - make_interval(days => :days)
                                                         order by received_at limit :most)
                        """).bind("days", days).bind("most", most).execute());
    }
}
