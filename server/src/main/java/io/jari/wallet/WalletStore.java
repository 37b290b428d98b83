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
import java.util.function.Predicate;

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
        known(pipeline, batches, (key, answer) -> {
            var state = states.get(key.account());
            if (state != null) {
                state.put(key.transferId(), answer);
            }
        });
        balances(pipeline, accounts, states);
        var charges = ChargeRows.read(pipeline, batches);
        pipeline.run(connection);
        return new Read(states, charges);
    }

    private record Key(long account, String transferId) {}

    private static void known(
            Pipeline pipeline, List<Batch<Long, WalletCommand>> batches, BiConsumer<Key, Decision.Kept> each) {
        transfers(pipeline, keys(batches, _ -> true), each);
        var payments = keys(batches, WalletStore::isDecidedOnce);
        if (!payments.isEmpty()) {
            refusals(pipeline, payments, each);
        }
    }

    private static List<Key> keys(List<Batch<Long, WalletCommand>> batches, Predicate<WalletCommand> wanted) {
        return batches.stream()
                .flatMap(b -> b.commands().stream().filter(wanted).map(c -> new Key(b.partition(), c.transferId())))
                .distinct()
                .toList();
    }

    private static boolean isDecidedOnce(WalletCommand command) {
        return command instanceof WalletCommand.Post(var transfer, var _)
                && transfer.kind().isDecidedOnce();
    }

    private static void set(Pipeline.Slots slots, List<Key> keys) throws SQLException {
        slots.set(1, keys.stream().mapToLong(Key::account).toArray())
                .texts(2, keys.stream().map(Key::transferId).toArray());
    }

    private static void refusals(Pipeline pipeline, List<Key> keys, BiConsumer<Key, Decision.Kept> each) {
        pipeline.query(
                """
                select r.account_id, r.transfer_id, r.balance, r.needed
                  from unnest(?::bigint[], ?::text[]) k(account_id, transfer_id)
                  join wallet_refusal r using (account_id, transfer_id)
                """,
                slots -> set(slots, keys),
                row -> each.accept(
                        new Key(row.getLong(1), row.getString(2)),
                        new Decision.Insufficient(row.getLong(3), row.getLong(4), false)));
    }

    private static void transfers(Pipeline pipeline, List<Key> keys, BiConsumer<Key, Decision.Kept> each) {
        pipeline.query(
                """
                select k.account_id, k.transfer_id, t.*
                  from unnest(?::bigint[], ?::text[]) k(account_id, transfer_id),
                       lateral (select max(kind), max(amount) filter (where n = 1), max(currency), max(balance_after),
                                       max(ledger) filter (where n = 2), max(subject)
                                  from posting p where p.account_id = k.account_id and p.transfer_id = k.transfer_id
                                having count(*) > 0) t
                """,
                slots -> set(slots, keys),
                row -> each.accept(new Key(row.getLong(1), row.getString(2)), posted(row)));
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
