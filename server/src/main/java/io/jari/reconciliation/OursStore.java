package io.jari.reconciliation;

import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Our side of the comparison with a provider's log: what its log must tell of. */
@ApplicationScoped
class OursStore {
    private static final int MOST = 10_000;
    private final Jdbi jdbi;

    OursStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * Payments with a capture or a refund that is not in the log as it was read. Each is looked up by itself: as a join, on statistics
     * that lag behind a rush, it may walk the whole log for each payment.
     *
     * @param since begun then or later
     * @param until the log was read to its end after that
     */
    List<PaymentKey> missing(String provider, Instant since, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select a.partition_id, a.kind, a.subject from payment_attempt a
                         where a.provider = :provider and a.state in ('succeeded', 'surplus')
                           and a.created_at >= :since and a.ended_at <= :until
                           and (select true from provider_entry e
                                 where e.provider = :provider and e.reference = a.subject || '-' || a.n and e.kind = 'capture'
                                 limit 1) is null
                         union
                        select r.partition_id, r.kind, r.subject from payment_refund r
                         where r.provider = :provider and r.state = 'done' and r.attempt > 0 and r.reason is null
                           and r.asked_at >= :since and r.done_at <= :until
                           and (select true from provider_entry e
                                 where e.provider = :provider and e.kind = 'refund'
                                   and e.reference = r.subject || '-r' || r.n
                                                     || case when r.refusals = 0 then '' else '.' || r.refusals end
                                 limit 1) is null
                         limit :most
                        """)
                .bind("provider", provider)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("most", MOST)
                .map((row, _) -> PaymentRows.key(row))
                .list());
    }

    /** References of captures and refunds of these payments that had happened by then. */
    Set<String> by(Instant until, Collection<PaymentKey> keys) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("""
                        with k as (select * from unnest(:partitions::bigint[], :kinds::int[], :subjects::text[])
                                                 as k(partition_id, kind, subject))
                        select a.subject || '-' || a.n from k join payment_attempt a using (partition_id, kind, subject)
                         where a.ended_at <= :until
                         union all
                        select r.subject || '-r' || r.n from k join payment_refund r using (partition_id, kind, subject)
                         where r.done_at <= :until
                        """)
                .bindArray(
                        "partitions",
                        Long.class,
                        keys.stream().map(k -> k.partition().id()).toList())
                .bindArray(
                        "kinds",
                        Integer.class,
                        keys.stream().map(k -> k.partition().kind().code()).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        keys.stream().map(PaymentKey::subject).toList())
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .list()));
    }
}
