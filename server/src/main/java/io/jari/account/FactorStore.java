package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of second factors. */
@ApplicationScoped
class FactorStore {
    private final Jdbi jdbi;

    FactorStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** @param sealed what codes are made of, encrypted */
    record Row(byte[] sealed, boolean confirmed, long lastStep) {}

    Optional<Row> find(long accountId) {
        return jdbi.withHandle(handle -> find(handle, accountId));
    }

    static Optional<Row> find(Handle handle, long accountId) {
        return handle.createQuery("""
                        select secret, confirmed_at is not null, last_step from second_factor where account_id = :id
                        """)
                .bind("id", accountId)
                .map((row, context) -> new Row(row.getBytes(1), row.getBoolean(2), row.getLong(3)))
                .findOne();
    }

    /** Takes the place of one that was never confirmed; false when one is. */
    boolean propose(long accountId, byte[] sealed) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into second_factor as f (account_id, secret) values (:id, :secret)
                        on conflict (account_id) do update set secret = excluded.secret where f.confirmed_at is null
                        """)
                        .bind("id", accountId)
                        .bind("secret", sealed)
                        .execute())
                == 1;
    }

    /** False when another was proposed since this one was read, or one is confirmed. */
    static boolean confirm(Handle handle, long accountId, Row row, long step) {
        return handle.createUpdate("""
                        update second_factor set confirmed_at = jari_now(), last_step = :step
                         where account_id = :id and secret = :secret and confirmed_at is null
                        """)
                        .bind("id", accountId)
                        .bind("secret", row.sealed())
                        .bind("step", step)
                        .execute()
                == 1;
    }

    /** False when a code of this step or a later one was accepted before. */
    boolean use(long accountId, long step) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update second_factor set last_step = ? where account_id = ? and last_step < ?",
                        step,
                        accountId,
                        step))
                == 1;
    }

    /** False when the account has no such code, or it was used. */
    static boolean use(Handle handle, long accountId, TokenHash code) {
        return handle.execute(
                        "update recovery_code set used_at = jari_now() where account_id = ? and code_hash = ? and used_at is null",
                        accountId,
                        code.bytes())
                == 1;
    }

    long codesLeft(long accountId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from recovery_code where account_id = :id and used_at is null")
                .bind("id", accountId)
                .mapTo(Long.class)
                .one());
    }

    /** These and no others. */
    static void replaceCodes(Handle handle, long accountId, List<TokenHash> codes) {
        handle.execute("delete from recovery_code where account_id = ?", accountId);
        var insert = handle.prepareBatch("insert into recovery_code (account_id, code_hash) values (?, ?)");
        codes.forEach(code -> insert.add(accountId, code.bytes()));
        insert.execute();
    }

    /** False when there was none. */
    static boolean remove(Handle handle, long accountId) {
        handle.execute("delete from recovery_code where account_id = ?", accountId);
        return handle.execute("delete from second_factor where account_id = ?", accountId) == 1;
    }
}
