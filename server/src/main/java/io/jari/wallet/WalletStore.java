package io.jari.wallet;

import io.jari.core.commit.Batch;
import io.jari.core.money.Money;
import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Transfer;
import io.jari.core.wallet.TransferKind;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What is read before wallets are decided. The account stands beside every key: no statement needs two shards. */
final class WalletStore {
    private WalletStore() {}

    /** What was read, by account. */
    record Read(Map<Long, WalletState> states, ChargeRows charges) {}

    /**
     * Locks the heads, then reads, all in one round trip.
     *
     * @return states by account; missing are those that another process holds
     */
    static Read read(Connection connection, List<Batch<Long, WalletCommand>> batches, Heads.Lock lock)
            throws SQLException {
        var accounts = batches.stream().mapToLong(Batch::partition).toArray();
        var states = new HashMap<Long, WalletState>();
        var pipeline = new Pipeline();
        Heads.begin(pipeline, Partition.Kind.ACCOUNT, accounts);
        Heads.lock(
                pipeline,
                Partition.Kind.ACCOUNT,
                accounts,
                lock,
                (account, _) -> states.put(account, new WalletState(account)));
        Heads.nowAndVersion(pipeline, (now, version) -> states.values().forEach(s -> s.at(now, version)));
        transfers(pipeline, batches, (account, posted) -> {
            var state = states.get(account);
            if (state != null) {
                state.put(posted);
            }
        });
        balances(pipeline, accounts, states);
        var charges = ChargeRows.read(pipeline, batches);
        pipeline.run(connection);
        return new Read(states, charges);
    }

    private static void transfers(
            Pipeline pipeline, List<Batch<Long, WalletCommand>> batches, BiConsumer<Long, Decision.Posted> each) {
        record Key(long account, String transferId) {}
        var keys = batches.stream()
                .flatMap(b -> b.commands().stream().map(c -> new Key(b.partition(), c.transferId())))
                .distinct()
                .toList();
        pipeline.query(
                """
                select k.account_id, k.transfer_id, t.*
                  from unnest(?::bigint[], ?::text[]) k(account_id, transfer_id),
                       lateral (select max(kind), max(amount) filter (where n = 1), max(currency), max(balance_after),
                                       max(ledger) filter (where n = 2), max(subject)
                                  from posting p where p.account_id = k.account_id and p.transfer_id = k.transfer_id
                                having count(*) > 0) t
                """,
                slots -> slots.set(1, keys.stream().mapToLong(Key::account).toArray())
                        .texts(2, keys.stream().map(Key::transferId).toArray()),
                row -> each.accept(row.getLong(1), posted(row)));
    }

    private static Decision.Posted posted(ResultSet row) throws SQLException {
        var transfer = new Transfer(
                row.getString(2),
                TransferKind.of(row.getString(3)),
                Money.of(row.getLong(4), row.getString(5)),
                row.getString(7),
                row.getString(8));
        return new Decision.Posted(transfer, row.getLong(6), false);
    }

    private static void balances(Pipeline pipeline, long[] accounts, Map<Long, WalletState> states) {
        pipeline.query(
                "select account_id, currency, balance, version from wallet where account_id = any(?)",
                slots -> slots.set(1, accounts),
                row -> {
                    var state = states.get(row.getLong(1));
                    if (state != null) {
                        state.put(
                                Currency.getInstance(row.getString(2)),
                                new WalletState.Held(row.getLong(3), row.getLong(4)));
                    }
                });
    }
}
