package io.jari.wallet;

import io.jari.core.wallet.Decision;
import io.jari.core.wallet.Transfer;
import io.jari.db.Heads;
import io.jari.db.Partition;
import io.jari.db.Pipeline;
import io.jari.journal.Journal;
import io.jari.journal.Outbox;
import io.jari.payment.PaymentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What decided batches write, as arrays: balances first and conditionally, then postings, journal, outbox, heads. */
final class WalletWrites {
    private WalletWrites() {}

    private record Balance(long accountId, String currency, long balance, long versionBefore) {}

    private record Line(long accountId, Decision.Posted posted, int seq) {
        Transfer transfer() {
            return posted.transfer();
        }
    }

    /** Adds all writes to one pipeline; each batch has some. */
    static void write(Pipeline pipeline, List<WalletBatch> batches, Guards guards) {
        if (batches.isEmpty()) {
            return;
        }
        var state = batches.getFirst().state();
        balances(pipeline, batches, state.version(), guards);
        postings(pipeline, batches, state);
        if (guards.refusesForGood()) {
            refusals(pipeline, batches, state.version());
        }
        charges(pipeline, batches, state);
        journal(pipeline, batches);
    }

    private static void balances(Pipeline pipeline, List<WalletBatch> batches, long version, Guards guards) {
        var fresh = new ArrayList<Balance>();
        var changed = new ArrayList<Balance>();
        for (var batch : batches) {
            batch.ledger().changed().forEach((currency, balance) -> {
                var before = batch.state().wallets().get(currency);
                (before == null ? fresh : changed)
                        .add(new Balance(
                                batch.state().accountId(),
                                currency.getCurrencyCode(),
                                balance,
                                before == null ? 0 : before.version()));
            });
        }
        if (!fresh.isEmpty()) {
            // Nobody else makes it while the head is held; if somebody did, the count says so and all is read again.
            pipeline.update(
                    """
                    insert into wallet (account_id, currency, balance, version)
                    select a, c, b, ? from unnest(?::bigint[], ?::bpchar[], ?::bigint[]) as o(a, c, b)
                    on conflict do nothing
                    """,
                    fresh.size(),
                    slots -> slots.set(1, version)
                            .set(2, longs(fresh, Balance::accountId))
                            .texts(3, texts(fresh, Balance::currency))
                            .set(4, longs(fresh, Balance::balance)));
        }
        if (!changed.isEmpty()) {
            pipeline.update(
                    """
                    update wallet w set balance = c.balance, version = ?
                      from unnest(?::bigint[], ?::bpchar[], ?::bigint[], ?::bigint[])
                           as c(account_id, currency, balance, version_before)
                     where w.account_id = c.account_id and w.currency = c.currency""" + guards.asRead(),
                    changed.size(),
                    slots -> slots.set(1, version)
                            .set(2, longs(changed, Balance::accountId))
                            .texts(3, texts(changed, Balance::currency))
                            .set(4, longs(changed, Balance::balance))
                            .set(5, longs(changed, Balance::versionBefore)));
        }
    }

    /** Both sides are made of one row here, so that they sum to zero. */
    private static void postings(Pipeline pipeline, List<WalletBatch> batches, WalletState state) {
        var lines = batches.stream()
                .flatMap(b -> b.lines().stream().map(l -> new Line(b.state().accountId(), l.posted(), l.seq())))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        pipeline.update(
                """
                insert into posting (account_id, version, amount, balance_after, at, seq, n, currency, transfer_id, ledger, kind, subject)
                select t.account_id, ?, s.amount, s.balance_after, ?::timestamptz, t.seq, s.n, t.currency, t.id, s.ledger, t.kind, t.subject
                  from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::bpchar[], ?::text[], ?::text[], ?::text[], ?::text[])
                       as t(account_id, amount, balance_after, seq, currency, id, ledger, kind, subject),
                       lateral (values (1::smallint, 'wallet', t.amount, t.balance_after), (2::smallint, t.ledger, -t.amount, null))
                       as s(n, ledger, amount, balance_after)
                """,
                2 * lines.size(),
                slots -> slots.set(1, state.version())
                        .set(2, state.now().toString())
                        .set(3, longs(lines, Line::accountId))
                        .set(4, longs(lines, l -> l.transfer().amount().minor()))
                        .set(5, longs(lines, l -> l.posted().balanceAfter()))
                        .set(6, lines.stream().mapToInt(Line::seq).toArray())
                        .texts(
                                7,
                                texts(
                                        lines,
                                        l -> l.transfer().amount().currency().getCurrencyCode()))
                        .texts(8, texts(lines, l -> l.transfer().id()))
                        .texts(9, texts(lines, l -> l.transfer().counterLedger()))
                        .texts(10, texts(lines, l -> l.transfer().kind().text()))
                        .texts(11, texts(lines, l -> l.transfer().subject())));
    }

    private static void refusals(Pipeline pipeline, List<WalletBatch> batches, long version) {
        record Row(long accountId, WalletBatch.Refusal refusal) {}
        var rows = batches.stream()
                .flatMap(b -> b.refusals().stream().map(r -> new Row(b.state().accountId(), r)))
                .toList();
        if (!rows.isEmpty()) {
            pipeline.update(
                    """
                    insert into wallet_refusal (account_id, transfer_id, needed, currency, balance, version)
                    select a, id, m, c, b, ? from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bpchar[], ?::bigint[]) as o(a, id, m, c, b)
                    """,
                    rows.size(),
                    slots -> slots.set(1, version)
                            .set(2, longs(rows, Row::accountId))
                            .texts(3, texts(rows, r -> r.refusal().transfer().id()))
                            .set(4, longs(rows, r -> r.refusal().why().needed()))
                            .texts(
                                    5,
                                    texts(
                                            rows,
                                            r -> r.refusal()
                                                    .transfer()
                                                    .amount()
                                                    .currency()
                                                    .getCurrencyCode()))
                            .set(6, longs(rows, r -> r.refusal().why().balance())));
        }
    }

    private static void charges(Pipeline pipeline, List<WalletBatch> batches, WalletState state) {
        record Row(long accountId, Charge charge) {}
        var rows = batches.stream()
                .flatMap(b -> b.charges().changed().stream()
                        .map(c -> new Row(b.state().accountId(), c)))
                .toList();
        if (!rows.isEmpty()) {
            var paid = new boolean[rows.size()];
            for (var i = 0; i < paid.length; i++) {
                paid[i] = rows.get(i).charge().paid();
            }
            pipeline.update(
                    """
                    insert into wallet_charge (account_id, charge_id, amount, currency, paid, created_at, version)
                    select a, id, m, c, p, ?::timestamptz, ?
                      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bpchar[], ?::boolean[]) as o(a, id, m, c, p)
                    on conflict (account_id, charge_id) do update set paid = excluded.paid, version = excluded.version
                    """,
                    rows.size(),
                    slots -> slots.set(1, state.now().toString())
                            .set(2, state.version())
                            .set(3, longs(rows, Row::accountId))
                            .texts(4, texts(rows, r -> r.charge().chargeId()))
                            .set(5, longs(rows, r -> r.charge().amount().minor()))
                            .texts(
                                    6,
                                    texts(
                                            rows,
                                            r -> r.charge().amount().currency().getCurrencyCode()))
                            .set(7, paid));
        }
        PaymentChange.write(
                pipeline,
                batches.stream().flatMap(b -> b.charges().payments().stream()).toList(),
                state.now(),
                state.version());
    }

    private static void journal(Pipeline pipeline, List<WalletBatch> batches) {
        var journal = new ArrayList<Journal.Row>();
        var outbox = new ArrayList<Outbox.Row>();
        var heads = new ArrayList<Partition>();
        for (var batch : batches) {
            var state = batch.state();
            var partition = Partition.account(state.accountId());
            var n = 0;
            for (var e : batch.entries()) {
                journal.add(new Journal.Row(
                        partition, state.version(), n++, state.now(), e.actor(), e.action(), e.subject(), e.body()));
            }
            outbox.add(new Outbox.Row(partition, state.version(), state.now(), n, new int[0]));
            heads.add(partition);
        }
        Journal.write(pipeline, journal);
        Outbox.write(pipeline, outbox);
        Heads.raise(pipeline, heads, batches.getFirst().state().version());
    }

    private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static <T> Object[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray();
    }
}
