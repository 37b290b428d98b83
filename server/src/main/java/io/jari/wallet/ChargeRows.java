package io.jari.wallet;

import io.jari.core.commit.Batch;
import io.jari.core.money.Money;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.payment.PaymentKey;
import io.jari.payment.PaymentRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Charges as they stand, read with their payments under the lock of their account. */
final class ChargeRows {
    static final String COLUMNS = "c.charge_id, c.amount, c.currency, c.paid, c.created_at";
    private final Map<PaymentKey, Charge> charges = new HashMap<>();
    private final PaymentRows payments;

    private ChargeRows(PaymentRows payments) {
        this.payments = payments;
    }

    static PaymentKey key(long accountId, String chargeId) {
        return new PaymentKey(Partition.account(accountId), chargeId);
    }

    /** Adds the reading to what is sent together; nothing where no command is about a charge. */
    static ChargeRows read(Pipeline pipeline, List<Batch<Long, WalletCommand>> batches) {
        var keys = batches.stream()
                .flatMap(b -> b.commands().stream()
                        .filter(WalletCommand.OfCharge.class::isInstance)
                        .map(c -> key(b.partition(), ((WalletCommand.OfCharge) c).chargeId())))
                .distinct()
                .toList();
        var rows = new ChargeRows(PaymentRows.read(pipeline, keys));
        if (!keys.isEmpty()) {
            pipeline.query(
                    "select c.account_id, " + COLUMNS + """
                             from unnest(?::bigint[], ?::text[]) k(account_id, charge_id)
                             join wallet_charge c using (account_id, charge_id)
                            """,
                    slots -> slots.set(
                                    1,
                                    keys.stream()
                                            .mapToLong(k -> k.partition().id())
                                            .toArray())
                            .texts(2, keys.stream().map(PaymentKey::subject).toArray()),
                    row -> rows.charges.put(key(row.getLong(1), row.getString(2)), charge(row, 2)));
        }
        return rows;
    }

    /** The columns of {@link #COLUMNS}, from this one on. */
    static Charge charge(ResultSet row, int first) throws SQLException {
        return new Charge(
                row.getString(first),
                Money.of(row.getLong(first + 1), row.getString(first + 2)),
                row.getBoolean(first + 3),
                row.getObject(first + 4, OffsetDateTime.class).toInstant());
    }

    Map<PaymentKey, Charge> charges() {
        return charges;
    }

    PaymentRows payments() {
        return payments;
    }
}
