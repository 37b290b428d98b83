package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Refund;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** A guest who comes back again and again is no reason to ask more often than this. */
    private static final int PAUSE_MILLIS = 1_000;

    private static final String WANTED = "(wanted or closing or state = 'created')";

    private static final String LEASE =
            "l as materialized (select jari_now() as now, jari_now() + make_interval(secs => :lease / 1e3) as until)";

    private static final String TAKE = """
            with %4$s,
                 due as (select partition_id, kind, subject, n from %1$s
                          where provider = :provider and due_at <= (select now from l) and %2$s
                          order by due_at limit :most for update skip locked),
                 taken as (update %1$s t set due_at = (select until from l), tries = t.tries + 1 %3$s
                             from due where t.partition_id = due.partition_id and t.kind = due.kind
                                        and t.subject = due.subject and t.n = due.n
                           returning t.*)
            """;

    private static final String LEASED = ", leased_until = (select until from l), wanted = false";

    private static final String TAKE_ONE = """
            with %1$s,
                 taken as (update payment_attempt
                              set due_at = (select until from l), tries = tries + 1 %2$s
                            where partition_id = :partition and kind = :kind and subject = :subject and n = :n
                              and (due_at is not null or :ended)
                              and not coalesce(due_at = leased_until and due_at > (select now from l), false)
                              and not coalesce(tries > 0 and leased_until <= (select until from l)
                                and leased_until > (select until from l) - make_interval(secs => :pause / 1e3), false)
                           returning *)
            """.formatted(LEASE, LEASED);

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

    private static final String ANY_DUE =
            " (select from %1$s d where d.provider = p.name and d.due_at <= (select jari_now()))";

    private static final String EARLIEST = """
            (select d.due_at from %s d where d.provider = p.name and d.due_at is not null order by d.due_at limit 1) <= it.now""";

    private static final String WITH_DUE = "select p.name from unnest(:providers) p(name) where exists"
            + ANY_DUE.formatted("payment_attempt")
            + " or exists"
            + ANY_DUE.formatted("payment_refund");

    /** Those of the providers for which something is due: mostly none, and then this one question was enough. */
    Set<String> withDue(Collection<String> providers) {
        return jdbi.withHandle(handle -> handle.createQuery(WITH_DUE)
                .bindArray("providers", String.class, List.copyOf(providers))
                .mapTo(String.class)
                .set());
    }

    /** The same of any of them, as a condition at {@code it.now}. */
    static String anyDue(Collection<String> providers) {
        var names = providers.stream()
                .map(name -> "('" + name.replace("'", "''") + "')")
                .collect(Collectors.joining(", "));
        return "exists (select from (values %s) p(name) where %s or %s)"
                .formatted(names, EARLIEST.formatted("payment_attempt"), EARLIEST.formatted("payment_refund"));
    }

    /** Takes what a provider is to be asked for, or about, next. */
    List<Due> take(FairShare.Line line, String provider, int most, int leaseMillis) {
        return switch (line) {
            case WANTED -> attempts(WANTED, provider, most, leaseMillis);
            case ASKED -> attempts("not " + WANTED, provider, most, leaseMillis);
            case REFUNDS ->
                jdbi.withHandle(handle -> taking(
                                handle.createQuery(TAKE.formatted("payment_refund", "true", "", LEASE) + OF_REFUNDS),
                                provider,
                                most,
                                leaseMillis)
                        .map((row, _) -> due(row, PaymentRows.refund(row, REFUND_COLUMN)))
                        .list());
        };
    }

    private List<Due> attempts(String which, String provider, int most, int leaseMillis) {
        return jdbi.withHandle(handle -> taking(
                        handle.createQuery(TAKE.formatted("payment_attempt", which, LEASED, LEASE) + OF_ATTEMPTS),
                        provider,
                        most,
                        leaseMillis)
                .map((row, _) -> due(row, null))
                .list());
    }

    private static Query taking(Query query, String provider, int most, int leaseMillis) {
        return query.bind("provider", provider).bind("most", most).bind("lease", leaseMillis);
    }

    /**
     * Takes one attempt at once; empty when it has ended, when somebody is at it, and when it was asked about just now.
     *
     * @param ended also then: what no process does, but in a test that must see why
     */
    Optional<Due> attempt(PaymentKey key, int n, int leaseMillis, boolean ended) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery(TAKE_ONE + OF_ATTEMPTS), key)
                .bind("n", n)
                .bind("lease", leaseMillis)
                .bind("pause", PAUSE_MILLIS)
                .bind("ended", ended)
                .map((row, _) -> due(row, null))
                .findOne());
    }

    /** Has an attempt seen to as soon as it may be: whoever is at it finds it wanted again, unless it is being opened. */
    void hasten(PaymentKey key, int n, int leaseMillis) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with %s
                        update payment_attempt
                           set wanted = wanted or state <> 'created',
                               due_at = case when due_at = leased_until and due_at > (select now from l) then due_at
                                             else least(due_at, greatest((select now from l),
                                                  leased_until - make_interval(secs => (:lease - :pause) / 1e3))) end
                         where partition_id = :partition and kind = :kind and subject = :subject and n = :n and due_at is not null
                        """.formatted(LEASE))
                .bind("lease", leaseMillis)
                .bind("pause", PAUSE_MILLIS)
                .bind("partition", key.partition().id())
                .bind("kind", key.partition().kind().code())
                .bind("subject", key.subject())
                .bind("n", n)
                .execute());
    }

    /** An attempt as a call of its provider needs it, also one that has ended; nobody takes it by that. */
    Optional<Due> look(PaymentKey key, int n) {
        return jdbi.withHandle(handle -> keyed(handle.createQuery("""
                        with taken as (select partition_id, kind, subject, n, tries, coalesce(due_at, jari_now()) as due_at
                                         from payment_attempt
                                        where partition_id = :partition and kind = :kind and subject = :subject and n = :n)
                        """ + OF_ATTEMPTS), key)
                .bind("n", n)
                .map((row, _) -> due(row, null))
                .findOne());
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
        after(due, "due_at = jari_now() + make_interval(secs => :millis / 1e3)", millis);
    }

    /** The same, but soon for what is wanted by now. */
    void putOffUnlessWanted(Due due, long millis) {
        after(
                due,
                "due_at = jari_now() + make_interval(secs => (case when wanted then least(:millis, %d) else :millis end) / 1e3)"
                        .formatted(PAUSE_MILLIS),
                millis);
    }

    /** Puts what was taken back: nobody was called. */
    void giveBack(Due due) {
        var set = "tries = tries - 1, due_at = jari_now() + make_interval(secs => :millis / 1e3)";
        after(due, due.refund() == null ? set + ", leased_until = null, wanted = true" : set, 0);
    }

    private void after(Due due, String set, long millis) {
        var refund = due.refund();
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update %s set %s
                         where partition_id = :partition and kind = :kind and subject = :subject and n = :n and due_at = :lease
                        """.formatted(refund == null ? "payment_attempt" : "payment_refund", set))
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
