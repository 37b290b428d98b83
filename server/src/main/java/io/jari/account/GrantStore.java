package io.jari.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of rights. */
final class GrantStore {
    private GrantStore() {}

    static List<Grant> of(Handle handle, long accountId) {
        return handle.createQuery("""
                        select role || ':' || scope || coalesce('-' || scope_id, '') as grant_text
                          from role_grant where account_id = :id order by role, scope, scope_id
                        """)
                .bind("id", accountId)
                .mapTo(String.class)
                .map(Grant::of)
                .list();
    }

    /** Of each of these who has any. */
    static Map<Long, List<Grant>> of(Handle handle, Collection<Long> accountIds) {
        return handle.createQuery("""
                        select account_id, role || ':' || scope || coalesce('-' || scope_id, '') as grant_text
                          from role_grant where account_id in (<ids>) order by account_id, role, scope, scope_id
                        """)
                .bindList("ids", accountIds)
                .reduceRows(new HashMap<Long, List<Grant>>(), (grants, row) -> {
                    grants.computeIfAbsent(row.getColumn("account_id", Long.class), _ -> new ArrayList<>())
                            .add(Grant.of(row.getColumn("grant_text", String.class)));
                    return grants;
                });
    }

    /** False when it was given before. */
    static boolean insert(Handle handle, long accountId, Grant grant, long grantedBy) {
        return handle.createUpdate("""
                        insert into role_grant (account_id, role, scope, scope_id, granted_by)
                        values (:account, :role, :scope, nullif(:scopeId, 0), nullif(:by, 0))
                        on conflict do nothing
                        """)
                        .bind("account", accountId)
                        .bind("role", grant.role().text())
                        .bind("scope", grant.scope().kind().text())
                        .bind("scopeId", grant.scope().id())
                        .bind("by", grantedBy)
                        .execute()
                == 1;
    }

    /** False when there was none. */
    static boolean delete(Handle handle, long accountId, Grant grant) {
        return handle.createUpdate("""
                        delete from role_grant
                         where account_id = :account and role = :role and scope = :scope
                           and coalesce(scope_id, 0) = :scopeId
                        """)
                        .bind("account", accountId)
                        .bind("role", grant.role().text())
                        .bind("scope", grant.scope().kind().text())
                        .bind("scopeId", grant.scope().id())
                        .execute()
                == 1;
    }

    /** Lets one transaction at a time look for, make or unmake administrators. */
    static void lockAdministrators(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtext('jari administrators'))");
    }

    static boolean anotherAdministrator(Handle handle, long thanAccountId) {
        return handle.createQuery("""
                        select exists (select from role_grant join account using (account_id)
                                        where role = 'administrator' and not closed and account_id <> :id)
                        """)
                .bind("id", thanAccountId)
                .mapTo(Boolean.class)
                .one();
    }

    static void deleteAll(Handle handle, long accountId) {
        handle.execute("delete from role_grant where account_id = ?", accountId);
    }
}
