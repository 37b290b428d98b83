package io.jari.audit;

import io.jari.db.Partition;
import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** The SQL of reading the journal. */
@ApplicationScoped
class AuditStore {
    private static final String TIME_LIMIT = "set local statement_timeout = '5s'";
    private static final String CANCELED = "57014";
    private static final String COLUMNS =
            "partition_id, kind, version, n, at, actor, action, subject, body::text as body";
    private static final String MATCHES = """
             and at >= cast(:begin as timestamptz) and at < cast(:end as timestamptz)
             and (cast(:actor as text) is null or actor = :actor)
             and (cast(:action as text) is null or action = :action)
             and (cast(:subject as text) is null or subject = :subject)
            """;
    private final Jdbi jdbi;

    AuditStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Of these partitions, newest first: each from the end of its own key. */
    List<AuditEntry> of(List<Partition> partitions, AuditQuery query, AuditPlace before, int limit) {
        return inTime(handle -> matching(
                        handle.createQuery("""
                                select e.* from unnest(cast(:kinds as smallint[]), cast(:ids as bigint[])) as p(of_kind, of_id)
                                  cross join lateral (
                                    select %s from journal
                                     where partition_id = p.of_id and kind = p.of_kind and (version, n) < (:version, :n)
                                     %s order by version desc, n desc limit :limit offset 0) e
                                 order by version desc, n desc limit :limit
                                """.formatted(COLUMNS, MATCHES)), query, query.begin(), query.end())
                .bindArray(
                        "kinds",
                        Integer.class,
                        partitions.stream().map(p -> p.kind().code()).toList())
                .bindArray(
                        "ids",
                        Long.class,
                        partitions.stream().map(Partition::id).toList())
                .bind("version", before.version())
                .bind("n", before.n())
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
    }

    /** Of all, newest first, within a span of time. */
    List<AuditEntry> within(Instant begin, Instant end, AuditQuery query, AuditPlace before, int limit) {
        return inTime(handle -> matching(handle.createQuery("""
                                select %s from journal
                                 where (at, version, n) < (cast(:at as timestamptz), :version, :n)
                                 %s order by at desc, version desc, n desc limit :limit
                                """.formatted(COLUMNS, MATCHES)), query, begin, end)
                .bind("at", before.at().toString())
                .bind("version", before.version())
                .bind("n", before.n())
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list());
    }

    private static Query matching(Query select, AuditQuery query, Instant begin, Instant end) {
        return select.bind("begin", begin.toString())
                .bind("end", end.toString())
                .bind("actor", query.actor())
                .bind("action", query.action())
                .bind("subject", query.subject());
    }

    List<Integer> datesOf(int concertId) {
        return jdbi.withHandle(handle -> handle.createQuery("select date_id from concert_date where concert_id = :id")
                .bind("id", concertId)
                .mapTo(Integer.class)
                .list());
    }

    /** No search keeps the database from what people wait for. */
    private <T> T inTime(Function<Handle, T> search) {
        try {
            return jdbi.inTransaction(handle -> {
                handle.execute(TIME_LIMIT);
                return search.apply(handle);
            });
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && CANCELED.equals(sql.getSQLState())) {
                throw Problem.of(422, "search-too-broad", "Too much to search")
                        .detail("Name a hotel, a concert or an account, or a shorter time with from and until.")
                        .exception();
            }
            throw e;
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        var kind = Partition.Kind.of(row.getInt("kind")).name().toLowerCase(Locale.ROOT);
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new AuditEntry(
                at,
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                kind + ":" + row.getLong("partition_id"),
                row.getString("body"),
                new AuditPlace(at, row.getLong("version"), row.getInt("n")));
    }
}
