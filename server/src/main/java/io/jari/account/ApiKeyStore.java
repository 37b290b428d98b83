package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The SQL of API keys. */
@ApplicationScoped
class ApiKeyStore {
    private static final String SELECT = """
            select key_id, token_hash, name, made_by, made_at, last_used_at, revoked_at,
                   array(select g.role || ':' || g.scope || coalesce('-' || g.scope_id, '')
                           from api_key_right g where g.key_id = k.key_id order by 1) as grants
              from api_key k
            """;
    private final Jdbi jdbi;

    ApiKeyStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Those accepted, by their tokens' hashes. */
    Map<TokenHash, ApiKey> live() {
        return jdbi.withHandle(ApiKeyStore::live);
    }

    static Map<TokenHash, ApiKey> live(Handle handle) {
        var keys = new HashMap<TokenHash, ApiKey>();
        handle.createQuery(SELECT + " where revoked_at is null")
                .map((row, context) -> Map.entry(TokenHash.of(row.getBytes("token_hash")), key(row)))
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        return keys;
    }

    List<ApiKey> after(long keyId, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " where key_id > :after order by key_id limit :limit")
                        .bind("after", keyId)
                        .bind("limit", limit)
                        .map((row, context) -> key(row))
                        .list());
    }

    Map<Long, String> names(Collection<Long> keyIds) {
        return jdbi.withHandle(handle -> handle.createQuery("select key_id, name from api_key where key_id in (<ids>)")
                .bindList("ids", keyIds)
                .reduceRows(new HashMap<Long, String>(), (names, row) -> {
                    names.put(row.getColumn("key_id", Long.class), row.getColumn("name", String.class));
                    return names;
                }));
    }

    static Optional<ApiKey> find(Handle handle, long keyId) {
        return handle.createQuery(SELECT + " where key_id = :id")
                .bind("id", keyId)
                .map((row, context) -> key(row))
                .findOne();
    }

    /** Nobody else makes keys until the transaction ends. */
    static void lock(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(hashtext('jari api keys'))");
    }

    /** Empty where a live key has this name. */
    static Optional<ApiKey> insert(Handle handle, String name, TokenHash hash, long madeBy, List<Grant> grants) {
        var made = handle.createQuery("""
                        insert into api_key (name, token_hash, made_by) values (:name, :hash, :by)
                        on conflict (lower(name)) where revoked_at is null do nothing returning key_id
                        """)
                .bind("name", name)
                .bind("hash", hash.bytes())
                .bind("by", madeBy)
                .mapTo(Long.class)
                .findOne();
        made.ifPresent(keyId -> {
            for (var grant : grants) {
                handle.createUpdate("""
                                insert into api_key_right (key_id, role, scope, scope_id)
                                values (:key, :role, :scope, nullif(:scopeId, 0))
                                """)
                        .bind("key", keyId)
                        .bind("role", grant.role().text())
                        .bind("scope", grant.scope().kind().text())
                        .bind("scopeId", grant.scope().id())
                        .execute();
            }
        });
        return made.flatMap(keyId -> find(handle, keyId));
    }

    /** False when it was revoked before. */
    static boolean revoke(Handle handle, long keyId, long by) {
        return handle.execute(
                        "update api_key set revoked_at = jari_now(), revoked_by = ? where key_id = ? and revoked_at is null",
                        by,
                        keyId)
                == 1;
    }

    void used(Map<Long, Instant> at) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    update api_key set last_used_at = greatest(last_used_at, cast(:at as timestamptz)) where key_id = :key
                    """);
            at.forEach((key, time) ->
                    batch.bind("key", key).bind("at", time.toString()).add());
            batch.execute();
        });
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        var grants = (String[]) row.getArray("grants").getArray();
        return new ApiKey(
                row.getLong("key_id"),
                row.getString("name"),
                Arrays.stream(grants).map(Grant::of).toList(),
                row.getLong("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                maybe(row, "last_used_at"),
                maybe(row, "revoked_at"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
