package io.jari.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Attempts and refunds that have not ended in their time, or that nobody would have seen to. */
@ApplicationScoped
class OverdueStore {
    /** Nothing is held for longer than a fraction of this. */
    private static final int ATTEMPT_HOURS = 2;

    private static final int REFUND_HOURS = 6;
    private static final int MOST = 500;

    private static final String ATTEMPT = "partition_id, kind, subject, subject || '-' || n, provider, state";
    private static final String REFUND = "partition_id, kind, subject, subject || '-r' || n, provider, state";

    private static final String WAKE_ATTEMPTS = """
            update payment_attempt set due_at = jari_now() where state in ('created', 'processing') and due_at is null returning\
            """;
    private static final String WAKE_REFUNDS = """
            update payment_refund set due_at = jari_now() where state = 'requested' and attempt > 0 and due_at is null returning\
            """;
    private static final String LATE_ATTEMPTS = """
             from payment_attempt where due_at is not null and state in ('created', 'processing') and created_at < jari_now() - make_interval(hours => %d)
            order by created_at limit %d
            """.formatted(ATTEMPT_HOURS, MOST);
    private static final String LATE_REFUNDS = """
             from payment_refund where due_at is not null and state = 'requested' and asked_at < jari_now() - make_interval(hours => %d)
            order by asked_at limit %d
            """.formatted(REFUND_HOURS, MOST);

    private final Jdbi jdbi;

    OverdueStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * Finds them; what was never to be seen to again is from now on.
     *
     * @param providers that are there
     */
    List<Overdue> find(List<String> providers) {
        return jdbi.inTransaction(handle -> {
            var all = new ArrayList<Overdue>();
            add(handle, all, WAKE_ATTEMPTS + " " + ATTEMPT, "and nobody was to see to it");
            add(handle, all, WAKE_REFUNDS + " " + REFUND, "and nobody was to see to it");
            add(handle, all, "select " + ATTEMPT + LATE_ATTEMPTS, "for more than " + ATTEMPT_HOURS + " hours");
            add(handle, all, "select " + REFUND + LATE_REFUNDS, "for more than " + REFUND_HOURS + " hours");
            gone(handle, all, ATTEMPT, "attempt", providers);
            gone(handle, all, REFUND, "refund", providers);
            return all;
        });
    }

    private static void add(Handle handle, List<Overdue> all, String sql, String how) {
        all.addAll(handle.createQuery(sql)
                .map((row, _) -> overdue(row, false, how))
                .list());
    }

    private static void gone(Handle handle, List<Overdue> all, String columns, String table, List<String> providers) {
        all.addAll(handle.createQuery(
                        "select %s from payment_%s where due_at is not null and provider <> all(:providers::text[]) limit %d"
                                .formatted(columns, table, MOST))
                .bindArray("providers", String.class, providers)
                .map((row, _) -> overdue(row, true, "at a provider that is not in the providers' file"))
                .list());
    }

    private static Overdue overdue(ResultSet row, boolean providerGone, String how) throws SQLException {
        return new Overdue(
                row.getString(5), PaymentRows.key(row), row.getString(4), providerGone, row.getString(6) + " " + how);
    }
}
