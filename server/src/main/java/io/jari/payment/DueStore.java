package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Refund;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Calls of providers that are to be made: a process takes some, for the time of a lease. */
@ApplicationScoped
class DueStore {
    private final Jdbi jdbi;

    DueStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * A call to be made, taken for the time of a lease.
     *
     * @param refund null for an attempt's own
     * @param tries this one included
     * @param leaseEnd tells whether somebody else has taken it since
     */
    record Due(
            PaymentKey key,
            Attempt attempt,
            @Nullable Refund refund,
            @Nullable Long accountId,
            String currency,
            int tries,
            Instant leaseEnd) {}

    private static final String TAKE = """
            with due as (select partition_id, kind, subject, n from %1$s
                          where provider = :provider and due_at <= (select jari_now())
                          order by due_at limit :most for update skip locked),
                 taken as (update %1$s t set due_at = jari_now() + make_interval(secs => :lease / 1e3), tries = t.tries + 1
                             from due where t.partition_id = due.partition_id and t.kind = due.kind
                                        and t.subject = due.subject and t.n = due.n
                           returning t.*)
            """;

    private static final String TAKE_ONE = """
            with taken as (update payment_attempt
                              set due_at = jari_now() + make_interval(secs => :lease / 1e3), tries = tries + 1
                            where partition_id = :partition and kind = :kind and subject = :subject and n = :n
                              and (due_at is not null or :ended)
                           returning *)
            """;

    private static final String HEAD = "select t.partition_id, t.kind, t.subject, " + PaymentRows.ATTEMPT
            + ", p.account_id, p.currency, t.tries, t.due_at";
    private static final String OF_ATTEMPTS =
            HEAD + " from taken t join payment p using (partition_id, kind, subject) join payment_attempt a"
                    + " using (partition_id, kind, subject, n)";
    private static final String OF_REFUNDS = HEAD + ", " + PaymentRows.REFUND + """
             from taken t join payment p using (partition_id, kind, subject)
                          join payment_attempt a using (partition_id, kind, subject)
                          join payment_refund r using (partition_id, kind, subject)
            where a.n = t.attempt and r.n = t.n
            """;

    /** Takes what a provider is to be asked about next. */
    List<Due> attempts(String provider, int most, int leaseMillis) {
        return jdbi.withHandle(handle -> taking(
                        handle.createQuery(TAKE.formatted("payment_attempt") + OF_ATTEMPTS),
                        provider,
                        most,
                        leaseMillis)
                .map((row, _) -> due(row, null))
                .list());
    }

    /** Takes refunds that a provider is to be asked for next. */
    List<Due> refunds(String provider, int most, int leaseMillis) {
        return jdbi.withHandle(handle -> taking(
                        handle.createQuery(TAKE.formatted("payment_refund") + OF_REFUNDS), provider, most, leaseMillis)
                .map((row, _) -> due(row, PaymentRows.refund(row, REFUND_COLUMN)))
                .list());
    }

    private static Query taking(Query query, String provider, int most, int leaseMillis) {
        return query.bind("provider", provider).bind("most", most).bind("lease", leaseMillis);
    }

    /**
     * Takes one attempt at once, whoever else is at it; empty when it has ended.
     *
     * @param ended also then: what no process does, but in a test that must see why
     */
    Optional<Due> attempt(PaymentKey key, int n, int leaseMillis, boolean ended) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery(TAKE_ONE + OF_ATTEMPTS), key)
                .bind("n", n)
                .bind("lease", leaseMillis)
                .bind("ended", ended)
                .map((row, _) -> due(row, null))
                .findOne());
    }

    /** Has an attempt seen to as soon as its provider may have one call more. */
    void hasten(PaymentKey key, int n) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update payment_attempt set due_at = jari_now()
                         where partition_id = :partition and kind = :kind and subject = :subject and n = :n and due_at > jari_now()
                        """)
                .bind("partition", key.partition().id())
                .bind("kind", key.partition().kind().code())
                .bind("subject", key.subject())
                .bind("n", n)
                .execute());
    }

    /** Whose an attempt is. */
    Optional<String> provider(PaymentKey key, int n) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery("""
                        select provider from payment_attempt
                         where partition_id = :partition and kind = :kind and subject = :subject and n = :n
                        """), key)
                .bind("n", n)
                .mapTo(String.class)
                .findOne());
    }

    /** Puts what was taken off until later, unless somebody else has taken it since. */
    void putOff(Due due, long millis) {
        var refund = due.refund();
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update %s set due_at = jari_now() + make_interval(secs => :millis / 1e3)
                         where partition_id = :partition and kind = :kind and subject = :subject and n = :n and due_at = :lease
                        """.formatted(refund == null ? "payment_attempt" : "payment_refund"))
                        .bind("millis", millis)
                        .bind("partition", due.key().partition().id())
                        .bind("kind", due.key().partition().kind().code())
                        .bind("subject", due.key().subject())
                        .bind("n", refund == null ? due.attempt().n() : refund.n())
                        .bind("lease", due.leaseEnd().atOffset(ZoneOffset.UTC))
                        .execute());
    }

    private static Query keyed(Query query, PaymentKey key) {
        return query.bind("partition", key.partition().id())
                .bind("kind", key.partition().kind().code())
                .bind("subject", key.subject());
    }

    private static final int ACCOUNT_COLUMN = PaymentRows.KEY_COLUMNS + PaymentRows.ATTEMPT_COLUMNS + 1;
    private static final int REFUND_COLUMN = ACCOUNT_COLUMN + 4;

    private static Due due(ResultSet row, @Nullable Refund refund) throws SQLException {
        var account = row.getLong(ACCOUNT_COLUMN);
        return new Due(
                PaymentRows.key(row),
                PaymentRows.attempt(row),
                refund,
                account == 0 ? null : account,
                row.getString(ACCOUNT_COLUMN + 1),
                row.getInt(ACCOUNT_COLUMN + 2),
                row.getObject(ACCOUNT_COLUMN + 3, OffsetDateTime.class).toInstant());
    }
}
