package io.jari.reconciliation;

import io.jari.payment.LogLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The providers' logs as far as they have been read, and compared. */
@ApplicationScoped
class LogStore {
    private static final String COLUMNS = "line, kind, reference, checkout, amount, currency, at";
    private static final int WHOLE_HOURS = 24;
    private final Jdbi jdbi;

    LogStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * How far a log has been read and compared.
     *
     * @param readAt when its end was last reached; null: never
     * @param now the database's time
     * @param again how far everything has been compared again
     * @param wholeDue whether it is to be
     */
    record Position(
            long lastLine,
            long compared,
            long again,
            @Nullable Instant readAt,
            @Nullable Instant comparedAt,
            Instant now,
            boolean wholeDue) {}

    Position position(String provider) {
        return jdbi.withHandle(handle -> {
            handle.execute("insert into provider_log (provider) values (?) on conflict do nothing", provider);
            return handle.createQuery("""
                            select last_line, compared, compared_again, read_at, compared_at, now,
                                   coalesce(whole_at not between now - make_interval(hours => :whole) and now, true)
                              from provider_log, (select jari_now() as now) t where provider = :provider
                            """)
                    .bind("provider", provider)
                    .bind("whole", WHOLE_HOURS)
                    .map((row, _) -> new Position(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            instant(row, 4),
                            instant(row, 5),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getBoolean(7)))
                    .one();
        });
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /**
     * Keeps lines; those kept before stay.
     *
     * @return those that say something else now, as they were
     */
    List<LogLine> keep(String provider, List<LogLine> lines) {
        return jdbi.inTransaction(handle -> {
            var batch = handle.prepareBatch("insert into provider_entry (provider, " + COLUMNS + """
                    ) values (:provider, :line, :kind, :reference, :checkout, :amount, :currency, :at) on conflict do nothing
                    """);
            lines.forEach(line -> bind(batch, provider, line).add());
            var changed = batch.execute();
            var before = new ArrayList<LogLine>();
            for (var i = 0; i < changed.length; i++) {
                if (changed[i] == 0) {
                    var line = lines.get(i);
                    line(handle, provider, line.line())
                            .filter(kept -> !kept.equals(line))
                            .ifPresent(before::add);
                }
            }
            return before;
        });
    }

    private static <T extends SqlStatement<T>> T bind(T statement, String provider, LogLine line) {
        return statement
                .bind("provider", provider)
                .bind("line", line.line())
                .bind("kind", line.kind())
                .bind("reference", line.reference())
                .bind("checkout", line.checkout())
                .bind("amount", line.amount())
                .bind("currency", line.currency())
                .bind("at", line.at().atOffset(ZoneOffset.UTC));
    }

    private static Optional<LogLine> line(Handle handle, String provider, long line) {
        return handle.createQuery(
                        "select " + COLUMNS + " from provider_entry where provider = :provider and line = :line")
                .bind("provider", provider)
                .bind("line", line)
                .map((row, _) -> line(row))
                .findOne();
    }

    /** @param at when its end was reached; null: not this time */
    void read(String provider, long lastLine, @Nullable Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update provider_log
                           set last_line = greatest(last_line, :line), read_at = coalesce(:at::timestamptz, read_at)
                         where provider = :provider
                        """)
                .bind("line", lastLine)
                .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .bind("provider", provider)
                .execute());
    }

    void compared(String provider, long line, boolean whole) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update provider_log
                           set compared = :line, compared_at = jari_now(),
                               whole_at = case when :whole then jari_now() else whole_at end,
                               compared_again = case when :whole then 0 else compared_again end
                         where provider = :provider
                        """)
                .bind("line", line)
                .bind("whole", whole)
                .bind("provider", provider)
                .execute());
    }

    /** Everything up to a line has been compared again. */
    void comparedAgain(String provider, long line) {
        jdbi.useHandle(handle ->
                handle.execute("update provider_log set compared_again = ? where provider = ?", line, provider));
    }

    /** Lines after one, in order: those beyond the last that was read, too, for nobody wrote these. */
    List<LogLine> after(String provider, long line, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from provider_entry where provider = :provider and line > :line order by line limit :limit
                        """)
                .bind("provider", provider)
                .bind("line", line)
                .bind("limit", limit)
                .map((row, _) -> line(row))
                .list());
    }

    /** A provider's lines that carry one of these references, in order. */
    List<LogLine> of(String provider, Collection<String> references) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from provider_entry where provider = :provider and reference = any(:references::text[])
                        order by line
                        """)
                .bind("provider", provider)
                .bindArray("references", String.class, List.copyOf(references))
                .map((row, _) -> line(row))
                .list());
    }

    private static LogLine line(ResultSet row) throws SQLException {
        return new LogLine(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
