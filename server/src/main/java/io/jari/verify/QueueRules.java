package io.jari.verify;

import java.util.List;

/** What must hold for waiting rooms (I7): tickets in the order of asking, each rank admitted once, nobody inside who was not. */
final class QueueRules {
    private static final String NAMED = "format('queue of date %s: ', date_id)";

    /** A step back over a time that ran twice was the clock's. */
    private static final String QUEUES = """
            select q.*, coalesce(t.count, 0) as counted, coalesce(t.last, 0) as last_ticket, coalesce(t.backward, 0) as backward,
                   coalesce(t.twice, 0) as twice,
                   coalesce(s.ranks, 0) as ranks, coalesce(s.last, 0) as last_rank, coalesce(s.gaps, 0) as gaps,
                   coalesce(s.came_in_time, 0) as came_in_time, coalesce(s.too_late, 0) as too_late
              from (select * from queue where date_id between :low and :high) q
              left join (select date_id, count(*) as count, max(ticket) as last,
                                count(*) filter (where joined_at < before
                                                   and not tstzrange(least(joined_at, before), before) && :ran_twice) as backward,
                                count(account_id) filter (where over_at is null)
                                - count(distinct account_id) filter (where over_at is null) as twice
                           from (select *, lag(joined_at) over (partition by date_id order by ticket) as before
                                   from queue_ticket where date_id between :low and :high) o
                          group by 1) t using (date_id)
              left join (select date_id, sum(last_rank - first_rank + 1) as ranks, max(last_rank) as last,
                                count(*) filter (where first_rank <> coalesce(before, 0) + 1) as gaps,
                                sum(entered) filter (where closed_at is not null) as came_in_time,
                                sum(last_rank - first_rank + 1 - entered) filter (where closed_at is not null) as too_late
                           from (select *, lag(last_rank) over (partition by date_id order by first_rank) as before
                                   from queue_step where date_id between :low and :high) o
                          group by 1) s using (date_id)
            """;

    static final Sweep QUEUES_SWEEP = new Sweep(
            "waiting rooms",
            QUEUES,
            false,
            List.of(
                    Rule.of(
                            "queue-tickets",
                            "The tickets of a line count from 1 without a gap.",
                            "counted <> tickets or last_ticket <> tickets",
                            NAMED
                                    + " || format('%s tickets, the last %s; counted to %s', counted, last_ticket, tickets)"),
                    Rule.of(
                            "queue-order",
                            "Nobody who joined earlier has the higher ticket.",
                            "backward > 0",
                            NAMED + " || format('%s tickets are older than the one before', backward)"),
                    Rule.of(
                            "queue-one-place",
                            "An account has one place in a line.",
                            "twice > 0",
                            NAMED + " || format('%s places too many', twice)"),
                    Rule.of(
                            "queue-steps",
                            "Each rank is admitted once, in order.",
                            "ranks <> admitted or last_rank <> admitted or gaps > 0",
                            NAMED
                                    + " || format('%s ranks to %s in steps with %s gaps; admitted to %s', ranks, last_rank, gaps, admitted)"),
                    Rule.of(
                            "queue-counts",
                            "It is known how many came in time, and how many did not.",
                            "came <> came_in_time or forfeited <> too_late",
                            NAMED
                                    + " || format('%s came and %s did not; in steps %s and %s', came, forfeited, came_in_time, too_late)"),
                    Rule.of(
                            "queue-draw",
                            "A draw has the seed that was promised, and a list that is frozen before its order stands.",
                            """
                            seed is not null and seed_hash <> sha256(seed)
                            or frozen_at is not null and (root is null or drawn_tickets is null or drawn_tickets > tickets)
                            or drawn_at is not null and (frozen_at is null or drawn_at < frozen_at)
                            or public_value is not null and public_source is null
                            """,
                            NAMED
                                    + " || format('%s tickets frozen %s, drawn %s', drawn_tickets, frozen_at, drawn_at)")));

    private static final String ENTRIES = """
            select e.*, q.mode, q.admitted, q.drawn_tickets, t.account_id as owner, s.first_rank, s.admitted_at, s.enter_by,
                   coalesce(j.came, 0) as told, coalesce(j.went, 0) as told_end
              from (select * from queue_entry where date_id between :low and :high) e
              left join queue q using (date_id)
              left join (select date_id, ticket, account_id from queue_ticket where date_id between :low and :high) t
                using (date_id, ticket)
              left join lateral (select * from queue_step s
                                  where s.date_id = e.date_id and s.first_rank <= e.rank
                                  order by s.first_rank desc limit 1) s on s.last_rank >= e.rank
              left join (select partition_id, subject, count(*) filter (where action = 'queue.entered') as came,
                                count(*) filter (where action = 'queue.left') as went
                           from journal where kind = 4 and partition_id between :low and :high group by 1, 2) j
                on j.partition_id = e.date_id and j.subject = e.date_id || '-' || e.ticket
            """;

    private static final String ENTRY = "format('date %s, ticket %s: ', date_id, ticket)";

    static final Sweep ENTRIES_SWEEP = new Sweep(
            "people let in",
            ENTRIES,
            false,
            List.of(
                    Rule.of(
                            "entry-admitted",
                            "Whoever came in had been admitted, and came in time.",
                            """
                            first_rank is null or rank > admitted or entered_at > enter_by
                             or entered_at < admitted_at and not tstzrange(least(entered_at, admitted_at), admitted_at) && :ran_twice
                            """,
                            ENTRY
                                    + " || format('rank %s of %s admitted, entered at %s, admitted %s to %s', rank, admitted, entered_at, admitted_at, enter_by)"),
                    Rule.of(
                            "entry-rank",
                            "The rank is the ticket, but for tickets that were drawn.",
                            "rank <> ticket and not (mode = 'drawn' and ticket <= drawn_tickets and rank between 1 and drawn_tickets)",
                            ENTRY + " || format('rank %s', rank)"),
                    Rule.of(
                            "entry-owner",
                            "Whoever came in has the place.",
                            "owner is distinct from account_id",
                            ENTRY + " || format('entered by %s, of %s', account_id, owner)"),
                    Rule.of(
                            "entry-told",
                            "The journal tells once that somebody came in, and once that they went.",
                            """
                            told <> 1 or told_end <> case when ended_at is null or end_reason = 'sold_out' then 0 else 1 end
                            """,
                            ENTRY + " || format('told %s and %s times; ended: %s', told, told_end, end_reason)")));

    private static final String INSIDE = """
            select s.date_id, s.first_rank, s.last_rank, s.entered, count(e.ticket) as counted, count(distinct e.rank) as ranks
              from (select * from queue_step where date_id between :low and :high) s
              left join (select * from queue_entry where date_id between :low and :high) e
                on e.date_id = s.date_id and e.rank between s.first_rank and s.last_rank
             group by 1, 2, 3, 4
            """;

    static final Sweep STEPS_SWEEP = new Sweep(
            "steps of admission",
            INSIDE,
            false,
            List.of(
                    Rule.of(
                            "step-entered",
                            "As many came in with each step as were counted, each rank once.",
                            "counted <> entered or ranks <> counted",
                            "format('date %s, ranks %s to %s: %s came in with %s ranks, %s counted', date_id, first_rank, last_rank, counted, ranks, entered)")));

    private QueueRules() {}
}
