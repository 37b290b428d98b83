package io.jari.payment;

import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Refunds in lists. */
@ApplicationScoped
class RefundStore {
    private static final int REFUND_COLUMNS = 8;
    private final Jdbi jdbi;

    RefundStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Which refunds are wanted. */
    enum Kind {
        /** Only a person can bring them to their end. */
        FOR_A_PERSON("(r.state = 'failed' or r.attempt = 0 and r.state = 'requested')"),
        FAILED("r.state = 'failed'"),
        REQUESTED("r.state = 'requested' and r.attempt <> 0"),
        DONE("r.state = 'done'"),
        DESK("r.attempt = 0 and r.state = 'requested'");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** Where a list goes on. */
    record Place(Instant askedAt, String subject, int n) {
        static final Place FIRST = new Place(Instant.EPOCH, "", 0);
    }

    record Row(
            PaymentKey key,
            Refund refund,
            String provider,
            String currency,
            Instant askedAt,
            @Nullable Instant doneAt) {

        Place place() {
            return new Place(askedAt, key.subject(), refund.n());
        }
    }

    /**
     * The longest waiting first.
     *
     * @param of only of these partitions, all of one kind; null: of everything
     */
    List<Row> page(@Nullable List<Partition> of, Kind kind, Place after, int limit) {
        if (of != null && of.isEmpty()) {
            return List.of();
        }
        var within = of == null ? "" : " and r.kind = :kind and r.partition_id = any(:partitions)";
        var sql = "select r.partition_id, r.kind, r.subject, " + PaymentRows.REFUND
                + """
                , r.provider, p.currency, r.asked_at, r.done_at
                  from payment_refund r join payment p using (partition_id, kind, subject)
                 where (r.asked_at, r.subject, r.n) > (:at, :subject, :n) and %s%s
                 order by r.asked_at, r.subject, r.n limit :limit
                """.formatted(kind.condition, within);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("at", after.askedAt().atOffset(ZoneOffset.UTC))
                    .bind("subject", after.subject())
                    .bind("n", after.n())
                    .bind("limit", limit);
            if (of != null) {
                query.bind("kind", of.getFirst().kind().code())
                        .bindArray(
                                "partitions",
                                Long.class,
                                of.stream().map(Partition::id).toList());
            }
            return query.map((row, _) -> row(row)).list();
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        var next = PaymentRows.KEY_COLUMNS + REFUND_COLUMNS + 1;
        var doneAt = row.getObject(next + 3, OffsetDateTime.class);
        return new Row(
                PaymentRows.key(row),
                PaymentRows.refund(row, PaymentRows.KEY_COLUMNS + 1),
                row.getString(next),
                row.getString(next + 1),
                row.getObject(next + 2, OffsetDateTime.class).toInstant(),
                doneAt == null ? null : doneAt.toInstant());
    }
}
