package io.jari.verify;

import java.util.List;

/** What must hold for money in wallets (I3), and that the journal tells of each transfer (I11). */
final class WalletRules {
    private static final String TRANSFERS = """
            select p.*, told.subject is not null as told
              from (select account_id, transfer_id, count(*) as postings, count(*) filter (where ledger = 'wallet') as own,
                           count(*) filter (where n = 1 and ledger = 'wallet') as first_own,
                           count(distinct currency) as currencies, sum(amount) as total, min(version) as version, min(seq) as seq
                      from posting where account_id between :low and :high group by 1, 2) p
              left join (select partition_id, version, n, subject from journal
                          where kind = 3 and partition_id between :low and :high and action like 'wallet.%') told
                on told.partition_id = p.account_id and told.version = p.version and told.n = p.seq
               and told.subject = p.transfer_id
            """;

    private static final String TRANSFER = "format('account %s, transfer %s: ', account_id, transfer_id)";

    static final Sweep TRANSFERS_SWEEP = new Sweep(
            "transfers",
            TRANSFERS,
            false,
            List.of(
                    Rule.of(
                            "transfer-zero",
                            "The postings of each transfer sum to zero: money is moved, not made.",
                            "total <> 0",
                            TRANSFER + " || format('sum %s', total)"),
                    Rule.of(
                            "transfer-sides",
                            "Each transfer has two postings: one on the wallet, one on the other side's ledger.",
                            "postings <> 2 or own <> 1 or first_own <> 1",
                            TRANSFER + " || format('%s postings, %s on the wallet', postings, own)"),
                    Rule.of(
                            "transfer-currency",
                            "Each transfer is in one currency.",
                            "currencies <> 1",
                            TRANSFER + " || format('%s currencies', currencies)"),
                    Rule.of(
                            "transfer-told",
                            "The journal tells of each transfer, at the version and place its postings carry.",
                            "not told",
                            TRANSFER + " || format('nothing at version %s, place %s', version, seq)")));

    private static final String WALLETS = """
            select coalesce(w.account_id, p.account_id) as account_id, coalesce(w.currency, p.currency) as currency,
                   w.balance, w.version, coalesce(p.posted, 0) as posted, p.newest, coalesce(p.astray, 0) as astray
              from (select * from wallet where account_id between :low and :high) w
              full join (select account_id, currency, sum(amount) as posted, max(version) as newest,
                                count(*) filter (where balance_after is distinct from running or balance_after < 0) as astray
                           from (select *, sum(amount) over (partition by account_id, currency order by version, seq) as running
                                   from posting where n = 1 and account_id between :low and :high) lines
                          group by 1, 2) p
                on p.account_id = w.account_id and p.currency = w.currency
            """;

    private static final String WALLET = "format('account %s, %s: ', account_id, currency)";

    static final Sweep WALLETS_SWEEP = new Sweep(
            "wallets",
            WALLETS,
            false,
            List.of(
                    Rule.of(
                            "wallet-balance",
                            "Each wallet holds what was posted to it.",
                            "coalesce(balance, 0) <> posted or balance is null",
                            WALLET + " || format('holds %s, posted %s', balance, posted)"),
                    Rule.of(
                            "wallet-not-negative",
                            "No wallet holds less than nothing.",
                            "balance < 0",
                            WALLET + " || format('holds %s', balance)"),
                    Rule.of(
                            "wallet-history",
                            "The balance written beside each posting is the sum up to it, and never less than nothing.",
                            "astray > 0",
                            WALLET + " || format('%s postings say another', astray)"),
                    Rule.of(
                            "wallet-version",
                            "A wallet carries the version of its last posting.",
                            "version is distinct from newest",
                            WALLET + " || format('version %s, last posting %s', version, newest)")));

    private WalletRules() {}
}
