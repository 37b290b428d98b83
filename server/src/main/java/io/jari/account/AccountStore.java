package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of accounts. */
@ApplicationScoped
class AccountStore {
    private static final String COLUMNS =
            "account_id, email, name, phone, language, staff, closed, version, created_at";
    /** The password of who never set one: nothing matches it. */
    static final String NO_PASSWORD = "-";

    private static final String UNFINISHED = "from account where password_hash = :none and not closed and not staff";

    private final Jdbi jdbi;

    AccountStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** What signing in compares. */
    record Secret(long accountId, boolean staff, String passwordHash) {

        // Records print their fields, and this one must not reach a log.
        @Override
        public String toString() {
            return "Secret";
        }
    }

    long nextId() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select nextval(pg_get_serial_sequence('account', 'account_id'))")
                        .mapTo(Long.class)
                        .one());
    }

    /** False when the e-mail address is taken. */
    static boolean insert(Handle handle, long accountId, NewAccount account, boolean staff, String passwordHash) {
        return handle.createUpdate("""
                        insert into account (account_id, email, name, phone, password_hash, staff, language)
                        values (:id, :email, :name, :phone, :hash, :staff, :language)
                        on conflict (lower(email)) do nothing
                        """)
                        .bind("id", accountId)
                        .bind("email", account.email())
                        .bind("name", account.name())
                        .bind("phone", account.phone())
                        .bind("hash", passwordHash)
                        .bind("staff", staff)
                        .bind("language", account.languageOrDefault())
                        .execute()
                == 1;
    }

    Optional<Secret> secret(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select account_id, staff, password_hash from account
                         where lower(email) = lower(:email) and not closed and password_hash <> :none
                        """)
                .bind("email", email)
                .bind("none", NO_PASSWORD)
                .map((row, context) -> new Secret(row.getLong(1), row.getBoolean(2), row.getString(3)))
                .findOne());
    }

    Optional<Account> find(long accountId) {
        return jdbi.withHandle(handle -> find(handle, accountId));
    }

    static Optional<Account> find(Handle handle, long accountId) {
        return handle.createQuery("select " + COLUMNS + " from account where account_id = :id")
                .bind("id", accountId)
                .map((row, context) -> account(row))
                .findOne();
    }

    Optional<Account> find(String email) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from account where lower(email) = lower(:email)")
                        .bind("email", email)
                        .map((row, context) -> account(row))
                        .findOne());
    }

    Optional<StaffMember> member(long accountId) {
        return jdbi.withHandle(handle -> member(handle, accountId));
    }

    static Optional<StaffMember> member(Handle handle, long accountId) {
        return find(handle, accountId)
                .filter(Account::staff)
                .map(account -> new StaffMember(account, GrantStore.of(handle, accountId)));
    }

    boolean hasAdministrator() {
        return jdbi.withHandle(handle -> GrantStore.anotherAdministrator(handle, 0));
    }

    List<Account> staffAfter(long accountId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from account where staff and account_id > :after order by account_id limit :limit
                        """)
                .bind("after", accountId)
                .bind("limit", limit)
                .map((row, context) -> account(row))
                .list());
    }

    /** Of those that are staff. */
    Map<Long, String> staffNames(Collection<Long> accountIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select account_id, name from account where staff and account_id in (<ids>)")
                .bindList("ids", accountIds)
                .reduceRows(new HashMap<Long, String>(), (names, row) -> {
                    names.put(row.getColumn("account_id", Long.class), row.getColumn("name", String.class));
                    return names;
                }));
    }

    /** Of those who have any. */
    Map<Long, List<Grant>> grants(Collection<Long> accountIds) {
        return jdbi.withHandle(handle -> GrantStore.of(handle, accountIds));
    }

    static void update(Handle handle, long accountId, Profile profile) {
        handle.createUpdate("""
                        update account set name = :name, phone = :phone, language = :language, version = version + 1
                         where account_id = :id
                        """)
                .bind("id", accountId)
                .bind("name", profile.name())
                .bind("phone", profile.phone())
                .bind("language", profile.language())
                .execute();
    }

    static void setPassword(Handle handle, long accountId, String passwordHash) {
        handle.execute(
                "update account set password_hash = ?, version = version + 1 where account_id = ?",
                passwordHash,
                accountId);
    }

    /** False when it was closed already. */
    static boolean close(Handle handle, long accountId) {
        return handle.execute(
                        "update account set closed = true, version = version + 1 where account_id = ? and not closed",
                        accountId)
                == 1;
    }

    /** What told who it was; the account stays, closed. */
    static void blank(Handle handle, long accountId) {
        handle.execute("""
                update account set email = 'erased-' || account_id || '@erased.invalid', name = '', phone = null,
                       password_hash = ?, closed = true, version = version + 1
                 where account_id = ?
                """, NO_PASSWORD, accountId);
    }

    /** Whether a guest signed up and never set a password. */
    static boolean isUnfinished(Handle handle, long accountId) {
        return handle.createQuery("select exists (select " + UNFINISHED + " and account_id = :id)")
                .bind("none", NO_PASSWORD)
                .bind("id", accountId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Those for so long, at most so many. */
    List<Long> unfinishedFor(Duration time, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select account_id " + UNFINISHED + """
                         and created_at < jari_now() - make_interval(secs => :seconds) order by account_id limit :limit
                        """)
                .bind("none", NO_PASSWORD)
                .bind("seconds", time.toSeconds())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("account_id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("language"),
                row.getBoolean("staff"),
                row.getBoolean("closed"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
