package io.jari.reconciliation;

import io.jari.db.Partition;
import io.jari.reconciliation.Difference.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Differences as they come, go and are settled. */
@ApplicationScoped
class DifferenceStore {
    /** What is under way has this long to explain a difference before a person is asked. */
    static final int LOOKING_SECONDS = 600;

    private static final String COLUMNS = """
            difference_id, provider, reference, what, subject, partition_id, kind, state, ours, theirs, first_seen_at, ended_at,
            settled_by, how
            """;

    /** What a person settled stays settled as long as it says the same. */
    private static final String SEEN = """
            insert into payment_difference as d
                   (provider, reference, what, subject, partition_id, kind, state, ours, theirs, first_seen_at)
            select :provider, f.*, jari_now()
              from unnest(:references::text[], :whats::text[], :subjects::text[], :partitions::bigint[], :kinds::int[],
                          :states::text[], :ours::text[], :theirs::text[]) f
            on conflict (provider, reference, what) do update
               set state = case when d.state in ('explained', 'settled') then excluded.state
                                when d.state = 'looking' and d.first_seen_at <= jari_now() - make_interval(secs => :looking) then 'open'
                                else d.state end,
                   first_seen_at = case when d.state in ('explained', 'settled') then excluded.first_seen_at else d.first_seen_at end,
                   told = d.told and d.state = 'open', ours = excluded.ours, theirs = excluded.theirs,
                   ended_at = null, settled_by = null, how = null
             where d.state <> 'settled' or d.ours <> excluded.ours or d.theirs <> excluded.theirs
            """;

    private static final String TELL = """
            update payment_difference set told = true where provider = :provider and state = 'open' and not told
            returning""" + " " + COLUMNS;

    private static final String GONE = """
            update payment_difference d set state = 'explained', ended_at = jari_now()
             where provider = :provider and subject = any(:compared::text[]) and state in ('looking', 'open')
               and what not in ('not_ended', 'provider_gone', 'log_changed')
               and not exists (select from unnest(:references::text[], :whats::text[]) as f(reference, what)
                                where f.reference = d.reference and f.what = d.what)
            """;

    private final Jdbi jdbi;

    DifferenceStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * Notes what was found of some subjects; what was there before of these and is not found any more is explained.
     *
     * @param compared subjects whose lines were compared
     * @return those that are now for a person, and were not before
     */
    List<Difference> found(String provider, Collection<String> compared, List<Found> found) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate(GONE)
                    .bind("provider", provider)
                    .bindArray("compared", String.class, List.copyOf(compared))
                    .bindArray(
                            "references",
                            String.class,
                            found.stream().map(Found::reference).toList())
                    .bindArray(
                            "whats",
                            String.class,
                            found.stream().map(f -> f.what().wire()).toList())
                    .execute();
            seen(handle, provider, found);
            return handle.createQuery(TELL)
                    .bind("provider", provider)
                    .map((row, _) -> difference(row))
                    .list();
        });
    }

    private static void seen(Handle handle, String provider, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        handle.createUpdate(SEEN)
                .bind("provider", provider)
                .bind("looking", LOOKING_SECONDS)
                .bindArray(
                        "references",
                        String.class,
                        found.stream().map(Found::reference).toList())
                .bindArray(
                        "whats",
                        String.class,
                        found.stream().map(f -> f.what().wire()).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        found.stream().map(Found::subject).toList())
                .bindArray("partitions", Long.class, (Object[]) found.stream()
                        .map(f -> f.partition() == null ? null : f.partition().id())
                        .toArray(Long[]::new))
                .bindArray("kinds", Integer.class, (Object[]) found.stream()
                        .map(f -> f.partition() == null
                                ? null
                                : f.partition().kind().code())
                        .toArray(Integer[]::new))
                .bindArray(
                        "states",
                        String.class,
                        found.stream().map(f -> f.first().wire()).toList())
                .bindArray("ours", String.class, found.stream().map(Found::ours).toList())
                .bindArray(
                        "theirs",
                        String.class,
                        found.stream().map(Found::theirs).toList())
                .execute();
    }

    /** What has not ended has by now, or is at a provider that is there again. */
    void endedSince(List<String> providers) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update payment_difference d set state = 'explained', ended_at = jari_now()
                         where state in ('looking', 'open')
                           and (what = 'not_ended' and not exists (%1$s)
                                or what = 'provider_gone' and (provider = any(:providers::text[]) or not exists (%1$s)))
                        """.formatted("""
                        select from payment_attempt a
                         where a.partition_id = d.partition_id and a.kind = d.kind and a.subject = d.subject
                           and d.reference = a.subject || '-' || a.n and a.state in ('created', 'processing')
                         union all
                        select from payment_refund r
                         where r.partition_id = d.partition_id and r.kind = d.kind and r.subject = d.subject
                           and d.reference = r.subject || '-r' || r.n and r.state = 'requested'
                        """))
                .bindArray("providers", String.class, providers)
                .execute());
    }

    /** References of those that are not over, after one in their order. */
    List<String> standing(String provider, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select reference from payment_difference
                         where provider = :provider and state in ('looking', 'open') and reference > :after
                           and what not in ('not_ended', 'provider_gone', 'log_changed')
                         order by reference limit :limit
                        """)
                .bind("provider", provider)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** Under which names these subjects ever differed. */
    List<String> references(String provider, Collection<String> subjects) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct reference from payment_difference where provider = :provider and subject = any(:subjects::text[])")
                .bind("provider", provider)
                .bindArray("subjects", String.class, List.copyOf(subjects))
                .mapTo(String.class)
                .list());
    }

    /** How many wait for an explanation or a person. */
    int standing(String provider) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from payment_difference where provider = :provider and state in ('looking', 'open')")
                .bind("provider", provider)
                .mapTo(Integer.class)
                .one());
    }

    /** Newest first. */
    List<Difference> page(long before, @Nullable String state, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from payment_difference
                        where difference_id < :before and (:state::text is null or state = :state)
                        order by difference_id desc limit :limit
                        """)
                .bind("before", before)
                .bind("state", state)
                .bind("limit", limit)
                .map((row, _) -> difference(row))
                .list());
    }

    Optional<Difference> find(long id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    static Optional<Difference> find(Handle handle, long id) {
        return handle.createQuery("select " + COLUMNS + " from payment_difference where difference_id = :id")
                .bind("id", id)
                .map((row, _) -> difference(row))
                .findOne();
    }

    /** By a person; false when it was over before. */
    static boolean settle(Handle handle, long id, String actor, String how) {
        return handle.createUpdate("""
                        update payment_difference set state = 'settled', ended_at = jari_now(), settled_by = :actor, how = :how
                         where difference_id = :id and state in ('looking', 'open')
                        """)
                        .bind("id", id)
                        .bind("actor", actor)
                        .bind("how", how)
                        .execute()
                == 1;
    }

    private static Difference difference(ResultSet row) throws SQLException {
        var kind = row.getInt(7);
        var ended = row.getObject(12, OffsetDateTime.class);
        return new Difference(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Difference.What.ofWire(row.getString(4)),
                row.getString(5),
                kind == 0 ? null : new Partition(Partition.Kind.of(kind), row.getLong(6)),
                Difference.State.ofWire(row.getString(8)),
                row.getString(9),
                row.getString(10),
                instant(row),
                ended == null ? null : ended.toInstant(),
                row.getString(13),
                row.getString(14));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(11, OffsetDateTime.class).toInstant();
    }
}
