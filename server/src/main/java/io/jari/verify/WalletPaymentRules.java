package io.jari.verify;

import java.util.List;

/** What must hold where payments meet wallets: what was paid with one, and what was put into one. */
final class WalletPaymentRules {
    private static final String CHARGES = """
            select c.*, coalesce(a.captured, 0) as captured, coalesce(a.captures, 0) as captures, p.amount as posted,
                   p.currency as posted_currency
              from (select * from wallet_charge where account_id between :low and :high) c
              left join (select partition_id, subject, sum(amount) as captured, count(*) as captures from payment_attempt
                          where kind = 3 and state = 'succeeded' and partition_id between :low and :high group by 1, 2) a
                on a.partition_id = c.account_id and a.subject = c.charge_id
              left join (select account_id, transfer_id, amount, currency from posting
                          where n = 1 and kind = 'charge' and account_id between :low and :high) p
                on p.account_id = c.account_id and p.transfer_id = 'charge:' || c.charge_id
            """;

    static final Sweep CHARGES_SWEEP = new Sweep(
            "charges of wallets",
            CHARGES,
            false,
            List.of(Rule.of(
                    "charge-paid",
                    "A charge that is paid was captured once, and posted once, with its amount; one that is not, neither.",
                    """
                    captures <> case when paid then 1 else 0 end or captured <> case when paid then amount else 0 end
                    or coalesce(posted, 0) <> case when paid then amount else 0 end or posted_currency <> currency
                    """,
                    """
                    format('account %s, charge %s: ', account_id, charge_id)
                    || format('%s %s, paid %s, captured %s in %s, posted %s', amount, currency, paid, captured, captures, coalesce(posted, 0))
                    """)));

    /** A wallet need not be in the partition of what it pays for, so these are compared as a whole. */
    private static final String PAID = """
            select coalesce(a.account_id, p.account_id) as account_id, coalesce(a.transfer_id, p.transfer_id) as transfer_id,
                   a.state, a.amount, a.currency, -p.amount as posted, p.currency as posted_currency, r.needed as refused
              from (select p.account_id, 'pay:' || a.subject || '-' || a.n as transfer_id, a.state, a.amount, p.currency
                      from payment_attempt a join payment p using (partition_id, kind, subject)
                     where a.method = 'wallet') a
              full join (select account_id, transfer_id, amount, currency from posting
                          where n = 1 and transfer_id like 'pay:%') p
                on p.account_id = a.account_id and p.transfer_id = a.transfer_id
              left join wallet_refusal r
                on r.account_id = coalesce(a.account_id, p.account_id) and r.transfer_id = coalesce(a.transfer_id, p.transfer_id)
            """;

    static final Sweep PAID_SWEEP = new Sweep(
            "payments from wallets",
            PAID,
            true,
            List.of(
                    Rule.of(
                            "wallet-paid",
                            "What was paid from a wallet was taken from it once, with its amount; nothing is taken for an attempt that failed.",
                            """
                    case when state is null then true
                         when state in ('succeeded', 'surplus') then posted is distinct from amount or posted_currency <> currency
                         when state in ('failed', 'expired') then posted is not null
                         else posted <> amount end
                    """,
                            """
                    format('account %s, transfer %s: ', account_id, transfer_id)
                    || case when state is null then 'no attempt' else format('attempt %s of %s %s', state, amount, currency) end
                    || case when posted is null then ', nothing taken' else format(', taken %s %s', posted, posted_currency) end
                    """),
                    Rule.of(
                            "wallet-refused",
                            "What was refused for want of money was not taken, and its attempt did not succeed.",
                            "refused is not null and (posted is not null or state in ('succeeded', 'surplus') or refused <> amount)",
                            """
                            format('account %s, transfer %s: ', account_id, transfer_id)
                            || format('refused %s, attempt %s of %s, taken %s', refused, coalesce(state, 'none'), coalesce(amount, 0), coalesce(posted, 0))
                            """)));

    private static final String BACK = """
            select coalesce(r.account_id, p.account_id) as account_id, coalesce(r.transfer_id, p.transfer_id) as transfer_id,
                   r.state, r.reason, r.amount, r.currency, p.amount as posted, p.currency as posted_currency
              from (select p.account_id, 'back:' || r.subject || '-r' || r.n as transfer_id, r.state, r.reason, r.amount, p.currency
                      from payment_refund r join payment p using (partition_id, kind, subject)
                     where r.provider = 'wallet') r
              full join (select account_id, transfer_id, amount, currency from posting
                          where n = 1 and transfer_id like 'back:%') p
                on p.account_id = r.account_id and p.transfer_id = r.transfer_id
            """;

    static final Sweep BACK_SWEEP = new Sweep(
            "refunds to wallets",
            BACK,
            true,
            List.of(Rule.of(
                    "wallet-back",
                    "What was given back to a wallet was put into it once, with its amount; what a person settled otherwise was not.",
                    """
                    case when state is null then true
                         when state = 'done' and reason is null then posted is distinct from amount or posted_currency <> currency
                         when state = 'requested' then posted <> amount
                         else posted is not null end
                    """,
                    """
                    format('account %s, transfer %s: ', account_id, transfer_id)
                    || case when state is null then 'no refund' else format('refund %s of %s %s', state, amount, currency) end
                    || case when posted is null then ', nothing put in' else format(', put in %s %s', posted, posted_currency) end
                    """)));

    private WalletPaymentRules() {}
}
