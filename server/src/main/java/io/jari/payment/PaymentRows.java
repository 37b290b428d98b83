package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Payments read together with what they pay for, under the lock of its partition. */
public final class PaymentRows {
    static final String FROM_KEYS = """
             from unnest(?::bigint[], ?::smallint[], ?::text[]) k(partition_id, kind, subject)
            """;
    static final String ATTEMPT =
            "a.n, a.method, a.provider, a.amount, a.state, a.closing, a.checkout, a.url, a.reason, a.card";
    static final String REFUND = "r.n, r.attempt, r.amount, r.state, r.why, r.refusals, r.reason, r.asked_as";
    static final int KEY_COLUMNS = 3;
    static final int ATTEMPT_COLUMNS = 10;

    private final Map<PaymentKey, List<Attempt>> attempts = new HashMap<>();
    private final Map<PaymentKey, List<Refund>> refunds = new HashMap<>();

    private PaymentRows() {}

    /** Adds the reading to what is sent together; the payments are there once that was run. */
    public static PaymentRows read(Pipeline pipeline, Collection<PaymentKey> keys) {
        var rows = new PaymentRows();
        if (!keys.isEmpty()) {
            pipeline.query(
                    "select k.*, " + ATTEMPT + FROM_KEYS
                            + "join payment_attempt a using (partition_id, kind, subject) order by a.n",
                    slots -> keys(slots, keys),
                    row -> rows.attempts
                            .computeIfAbsent(key(row), _ -> new ArrayList<>())
                            .add(attempt(row)));
            pipeline.query(
                    "select k.*, " + REFUND + FROM_KEYS
                            + "join payment_refund r using (partition_id, kind, subject) order by r.n",
                    slots -> keys(slots, keys),
                    row -> rows.refunds
                            .computeIfAbsent(key(row), _ -> new ArrayList<>())
                            .add(refund(row, KEY_COLUMNS + 1)));
        }
        return rows;
    }

    /** The payment as it stands; none yet is {@link Payment#NONE}. */
    public Payment of(PaymentKey key) {
        return new Payment(attempts.getOrDefault(key, List.of()), refunds.getOrDefault(key, List.of()));
    }

    static void keys(Pipeline.Slots slots, Collection<PaymentKey> keys) throws SQLException {
        slots.set(1, keys.stream().mapToLong(k -> k.partition().id()).toArray())
                .set(2, keys.stream().mapToInt(k -> k.partition().kind().code()).toArray())
                .texts(3, keys.stream().map(PaymentKey::subject).toArray());
    }

    /** The first three columns: {@code partition_id, kind, subject}. */
    public static PaymentKey key(ResultSet row) throws SQLException {
        return new PaymentKey(new Partition(Partition.Kind.of(row.getInt(2)), row.getLong(1)), row.getString(3));
    }

    /** The columns of {@link #ATTEMPT}, after those of the key. */
    static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                Attempt.State.ofWire(row.getString(8)),
                row.getBoolean(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }

    /** The columns of {@link #REFUND}, from this one on. */
    static Refund refund(ResultSet row, int first) throws SQLException {
        return new Refund(
                row.getInt(first),
                row.getInt(first + 1),
                row.getLong(first + 2),
                Refund.State.ofWire(row.getString(first + 3)),
                row.getString(first + 4),
                row.getInt(first + 5),
                row.getString(first + 6),
                row.getString(first + 7));
    }
}
