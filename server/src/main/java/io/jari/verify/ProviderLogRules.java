package io.jari.verify;

import java.util.List;

/** What must hold between our payments and the providers' logs, as far as those have been read. What a person settled counts as right. */
final class ProviderLogRules {
    private static final String SETTLED = """
            left join (select distinct provider, reference from payment_difference where state = 'settled') s
              on s.provider = coalesce(e.provider, o.provider) and s.reference = coalesce(e.reference, o.reference)
            """;

    /** Until when the log was read; a minute less, for a log may lag behind its provider's answers. A clock set back tells nothing. */
    private static final String READ = """
            left join (select provider, read_at - interval '1 minute' as read_until from provider_log
                        where read_at <= timestamptz ':now') l
              on l.provider = o.provider
            """;

    private static final String CAPTURES = """
            select coalesce(e.provider, o.provider) as provider, coalesce(e.reference, o.reference) as reference,
                   coalesce(e.lines, 0) as lines, e.amount as logged, e.currency as logged_currency, o.state, o.amount, o.currency,
                   o.ended_at <= l.read_until as must, s.reference is not null as settled
              from (select provider, reference, count(*) as lines, min(amount) as amount, min(currency) as currency
                      from provider_entry where kind = 'capture' group by 1, 2) e
              full join (select a.provider, a.subject || '-' || a.n as reference, a.state, a.amount, a.ended_at, p.currency
                           from payment_attempt a join payment p using (partition_id, kind, subject)
                          where a.method = 'card') o
                on o.provider = e.provider and o.reference = e.reference
            """ + READ + SETTLED;

    private static final String LINE = "format('%s, %s: ', provider, reference)";
    private static final String BESIDE = LINE + """
             || case when state is null then 'here nothing of it' else format('here %s %s %s', state, amount, currency) end
             || case lines when 0 then '; in the log nothing of it'
                           when 1 then format('; in the log %s %s', logged, logged_currency)
                           else format('; in the log %s times, %s %s', lines, logged, logged_currency) end
            """;

    static final Sweep CAPTURES_SWEEP = new Sweep(
            "attempts by card, beside the captures in the providers' logs",
            CAPTURES,
            true,
            List.of(
                    Rule.of(
                            "log-capture-known",
                            "Each capture in a provider's log is one attempt's here, captured or still open, of the same amount.",
                            """
                            lines > 0 and not settled
                            and (state is null or state in ('failed', 'expired') or logged <> amount or logged_currency <> currency)
                            """,
                            BESIDE),
                    Rule.of(
                            "log-capture-once",
                            "No attempt stands in a provider's log as captured more than once.",
                            "lines > 1 and not settled",
                            BESIDE),
                    Rule.of(
                            "log-capture-there",
                            "Each capture here stands in its provider's log, as far as that was read.",
                            "lines = 0 and state in ('succeeded', 'surplus') and must and not settled",
                            BESIDE)));

    private static final String REFUNDS = """
            select coalesce(e.provider, o.provider) as provider, coalesce(e.reference, o.reference) as reference,
                   coalesce(e.lines, 0) as lines, e.amount as logged, e.currency as logged_currency, o.state, o.amount, o.currency,
                   o.done_at <= l.read_until as must, o.reason is not null as by_person, s.reference is not null as settled
              from (select provider, regexp_replace(reference, '[.][0-9]+$', '') as reference, count(*) as lines,
                           min(amount) as amount, min(currency) as currency
                      from provider_entry where kind = 'refund' group by 1, 2) e
              full join (select r.provider, r.subject || '-r' || r.n as reference, r.state, r.amount, r.done_at, r.reason, p.currency
                           from payment_refund r join payment p using (partition_id, kind, subject)
                          where r.attempt > 0 and r.provider <> 'wallet') o
                on o.provider = e.provider and o.reference = e.reference
            """ + READ + SETTLED;

    static final Sweep REFUNDS_SWEEP = new Sweep(
            "refunds to cards, beside those in the providers' logs",
            REFUNDS,
            true,
            List.of(
                    Rule.of(
                            "log-refund-known",
                            "Each refund in a provider's log is one of ours, done by the provider or still under way, of the same amount.",
                            """
                            lines > 0 and not settled
                            and (state is null or state = 'failed' or by_person and state = 'done'
                                 or logged <> amount or logged_currency <> currency)
                            """,
                            BESIDE),
                    Rule.of(
                            "log-refund-once",
                            "No refund stands in a provider's log more than once.",
                            "lines > 1 and not settled",
                            BESIDE),
                    Rule.of(
                            "log-refund-there",
                            "Each refund that a provider did stands in its log, as far as that was read.",
                            "lines = 0 and state = 'done' and not by_person and must and not settled",
                            BESIDE)));

    static final Sweep DIFFERENCES_SWEEP = new Sweep(
            "differences found by comparing",
            "select * from payment_difference",
            true,
            List.of(Rule.of(
                    "differences-settled",
                    "No difference with a provider waits for a person.",
                    "state = 'open'",
                    LINE + " || format('%s since %s; here %s; there %s', what, first_seen_at, ours, theirs)")));

    static final Sweep LOGS_SWEEP = new Sweep(
            "providers' logs",
            "select * from provider_log",
            true,
            List.of(Rule.of(
                            "log-read",
                            "Each provider's log was read to its end and compared within the last hour.",
                            """
                            read_at is null or compared_at is null or least(read_at, compared_at) < timestamptz ':now' - interval '1 hour'
                            """,
                            "format('%s: read to line %s at %s, compared at %s', provider, last_line, read_at, compared_at)")
                    .asNote()));

    /** Up to when the rules above could compare. */
    static final String READ_UNTIL = """
            select case when read_at is null then format('The log of %s has not been read to its end yet.', provider)
                        else format('The log of %s was read up to its line %s, as it stood at %s UTC.', provider, last_line,
                                    to_char(read_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')) end
              from provider_log order by provider
            """;

    private ProviderLogRules() {}
}
