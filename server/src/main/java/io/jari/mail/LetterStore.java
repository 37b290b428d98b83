package io.jari.mail;

import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The SQL of letters. */
@ApplicationScoped
class LetterStore {
    /** Letters that end in one statement. */
    private static final int MOST = 1_000;

    private static final String INSERT = """
            insert into letter (event, kind, partition_id, partition, subject, n, at, due_at, until)
            select l.event, l.kind, l.partition_id, l.partition, l.subject, l.n, l.at, jari_now(), l.at + make_interval(secs => k.secs)
              from unnest(?::bigint[], ?::text[], ?::bigint[], ?::smallint[], ?::text[], ?::int[], ?::timestamptz[])
                   as l(event, kind, partition_id, partition, subject, n, at)
              join unnest(?::text[], ?::double precision[]) as k(kind, secs) using (kind)
             where l.at + make_interval(secs => k.secs) > jari_now()
            on conflict do nothing
            """;

    static final String ANY_DUE =
            "(select due_at from letter where due_at is not null order by due_at limit 1) <= it.now";

    /** Whoever has it sends it alone, unless it takes longer than the lease. */
    static final String CLAIM = """
            update letter l set state = 'sending', tries = l.tries + 1, due_at = jari_now() + make_interval(secs => :lease)
              from (select event, kind from letter where due_at <= (select jari_now())
                     order by due_at, event limit 1 for update skip locked) d
             where l.event = d.event and l.kind = d.kind
            returning l.*
            """;

    private final Jdbi jdbi;

    LetterStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Those that are not too old, once each; how many. */
    static int insert(Connection connection, List<NewLetter> letters, Duration keep) throws SQLException {
        if (letters.isEmpty()) {
            return 0;
        }
        var kinds = List.of(LetterKind.values());
        try (var insert = connection.prepareStatement(INSERT)) {
            set(insert, 1, "bigint", letters.stream().map(NewLetter::event).toArray());
            set(insert, 2, "text", letters.stream().map(l -> l.kind().wire()).toArray());
            set(
                    insert,
                    3,
                    "bigint",
                    letters.stream().map(l -> l.partition().id()).toArray());
            set(
                    insert,
                    4,
                    "smallint",
                    letters.stream().map(l -> l.partition().kind().code()).toArray());
            set(insert, 5, "text", letters.stream().map(NewLetter::subject).toArray());
            set(insert, 6, "int", letters.stream().map(NewLetter::n).toArray());
            set(insert, 7, "text", letters.stream().map(l -> l.at().toString()).toArray());
            set(insert, 8, "text", kinds.stream().map(LetterKind::wire).toArray());
            set(
                    insert,
                    9,
                    "double precision",
                    kinds.stream().map(k -> (double) k.keeps(keep).toSeconds()).toArray());
            return insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int index, String type, @Nullable Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** The letter that has been due for longest, to be sent by whoever asks. */
    Optional<Letter> claim(String sql, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("lease", (double) lease.toSeconds())
                .map((row, _) -> letter(row))
                .findFirst());
    }

    /** Gives up what is too old to be sent; how many. */
    int skipOld() {
        return jdbi.withHandle(handle -> handle.execute("""
                        update letter set state = case when tries > 0 then 'failed' else 'skipped' end,
                                          reason = coalesce(reason, 'too-old'), due_at = null
                         where (event, kind) in (select event, kind from letter
                                                  where due_at <= (select jari_now()) and until <= (select jari_now()) limit ?
                                                    for update skip locked)
                        """, MOST));
    }

    /** How it ended, unless somebody else has taken it over or asked for it again. */
    boolean end(Letter claimed, Letter.State state, @Nullable String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update letter set state = :state, reason = :reason, due_at = null,
                                          sent_at = case when :state = 'sent' then jari_now() else sent_at end
                         where event = :event and kind = :kind and state = 'sending' and tries = :tries and resent = :resent
                        """)
                        .bind("state", state.wire())
                        .bind("reason", reason)
                        .bind("event", claimed.event())
                        .bind("kind", claimed.kind().wire())
                        .bind("tries", claimed.tries())
                        .bind("resent", claimed.resent())
                        .execute()
                == 1);
    }

    /** To be tried again later. What cannot be tried in its time has failed; false where it was not this claim's any more. */
    boolean postpone(Letter claimed, Duration pause, String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update letter set state = 'pending', reason = :reason,
                                          due_at = least(jari_now() + make_interval(secs => :pause), until)
                         where event = :event and kind = :kind and state = 'sending' and tries = :tries and resent = :resent
                        """)
                        .bind("reason", reason)
                        .bind("pause", (double) pause.toSeconds())
                        .bind("event", claimed.event())
                        .bind("kind", claimed.kind().wire())
                        .bind("tries", claimed.tries())
                        .bind("resent", claimed.resent())
                        .execute()
                == 1);
    }

    /** Newest first. */
    List<Letter> about(String subject, long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from letter where subject = :subject and event < :before order by event desc, kind limit :limit
                        """)
                .bind("subject", subject)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, _) -> letter(row))
                .list());
    }

    Optional<Letter> find(Letter.Id id) {
        return jdbi.withHandle(handle -> find(handle, id, false));
    }

    static Optional<Letter> locked(Handle handle, Letter.Id id) {
        return find(handle, id, true);
    }

    private static Optional<Letter> find(Handle handle, Letter.Id id, boolean locked) {
        return handle.createQuery(
                        "select * from letter where event = :event and kind = :kind" + (locked ? " for update" : ""))
                .bind("event", id.event())
                .bind("kind", id.kind().wire())
                .map((row, _) -> letter(row))
                .findFirst();
    }

    static Letter resend(Handle handle, Letter.Id id, Instant until) {
        return handle.createQuery("""
                        update letter set state = 'pending', reason = null, tries = 0, resent = resent + 1, due_at = jari_now(),
                                          until = :until
                         where event = :event and kind = :kind
                        returning *
                        """)
                .bind("event", id.event())
                .bind("kind", id.kind().wire())
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map((row, _) -> letter(row))
                .one();
    }

    /** Letters that are still to be sent, and what became of the rest lately. */
    record Standing(long pending, double oldestSeconds, long failed) {}

    Standing standing() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select (select count(*) from letter where due_at is not null) as pending,
                               coalesce((select extract(epoch from jari_now() - min(at)) from letter where due_at is not null), 0) as oldest,
                               (select count(*) from letter where at > jari_now() - interval '3 days' and state = 'failed') as failed
                        """)
                .map((row, _) -> new Standing(row.getLong(1), row.getDouble(2), row.getLong(3)))
                .one());
    }

    /** Forgets the oldest of what has ended before so many days; how many. */
    int forget(int days) {
        return jdbi.withHandle(handle -> handle.execute("""
                        delete from letter
                         where (event, kind) in (select event, kind from letter
                                                  where at < jari_now() - make_interval(days => ?) and due_at is null
                                                  order by at limit ?)
                        """, days, MOST));
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("event"),
                LetterKind.ofWire(row.getString("kind")),
                new Partition(Partition.Kind.of(row.getInt("partition")), row.getLong("partition_id")),
                row.getString("subject"),
                row.getObject("n", Integer.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Letter.State.ofWire(row.getString("state")),
                row.getString("reason"),
                row.getInt("tries"),
                row.getInt("resent"),
                instant(row, "due_at"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
