package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of invitations. */
@ApplicationScoped
class InvitationStore {
    private static final String COLUMNS = """
            select i.account_id, a.email, a.name, i.invited_by, i.invited_at
              from staff_invitation i join account a using (account_id)
            """;
    private final Jdbi jdbi;

    InvitationStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** An invitation that was not taken yet. */
    record Row(long accountId, String email, String name, long invitedBy, Instant invitedAt) {}

    static void insert(Handle handle, long accountId, long by) {
        handle.execute(
                "insert into staff_invitation (account_id, invited_by, invited_at) values (?, ?, jari_now())",
                accountId,
                by);
    }

    Optional<Row> find(long accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " where i.account_id = :id")
                .bind("id", accountId)
                .map((row, context) -> row(row))
                .findOne());
    }

    /** Those that this account sent, or, where it is 0, all. */
    List<Row> after(long accountId, long by, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                         where i.account_id > :after and (:by = 0 or i.invited_by = :by)
                         order by i.account_id limit :limit
                        """)
                .bind("after", accountId)
                .bind("by", by)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    List<Grant> grants(long accountId) {
        return jdbi.withHandle(handle -> GrantStore.of(handle, accountId));
    }

    /** False when there was none. */
    static boolean delete(Handle handle, long accountId) {
        return handle.execute("delete from staff_invitation where account_id = ?", accountId) == 1;
    }

    /** Closes the account that was to be theirs, and forgets who they are: the address may be invited again. */
    static void forget(Handle handle, long accountId) {
        handle.execute("""
                update account
                   set closed = true, email = 'withdrawn-' || account_id || '@jari.invalid', name = '-', version = version + 1
                 where account_id = ?
                """, accountId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("account_id"),
                row.getString("email"),
                row.getString("name"),
                row.getLong("invited_by"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant());
    }
}
