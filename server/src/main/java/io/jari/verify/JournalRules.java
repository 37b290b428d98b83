package io.jari.verify;

import java.util.List;

/** What must hold for the journal and what is published from it (I11). */
final class JournalRules {
    private static final String PARTITION =
            "format('%s %s, version %s: ', (array['hotel', 'date', 'account', 'queue', 'concert'])[kind], partition_id, version)";

    private static final String VERSIONS = """
            select *
              from (select partition_id, kind, version, entries, at,
                           lag(at) over (partition by partition_id, kind order by version) as at_before
                      from outbox where partition_id between :low and :high) o
              full join (select partition_id, kind, version, count(*) as told, min(n) as first_n, max(n) as last_n,
                                min(at) as first_at, max(at) as last_at
                           from journal where partition_id between :low and :high group by 1, 2, 3) j
                using (partition_id, kind, version)
              left join (select id as partition_id, kind, version as head from partition_head
                          where id between :low and :high) p
                using (partition_id, kind)
            """;

    /** A head that lags was not locked by whoever sold: a textbook strategy, under which times may cross. */
    private static final String HEADS = """
            select coalesce(p.id, o.partition_id) as partition_id, coalesce(p.kind, o.kind) as kind, p.version, o.newest
              from (select * from partition_head where id between :low and :high) p
              full join (select partition_id, kind, max(version) as newest from outbox
                          where partition_id between :low and :high group by 1, 2) o
                on o.partition_id = p.id and o.kind = p.kind
            """;

    static final Sweep HEADS_SWEEP = new Sweep(
            "partitions",
            HEADS,
            false,
            List.of(
                    Rule.of(
                            "head-published",
                            "Each partition has a head, and its version was published.",
                            "version is null or version > coalesce(newest, 0)",
                            PARTITION + " || format('newest published %s', coalesce(newest, 0))"),
                    Rule.of(
                                    "head-raised",
                                    "Each partition's head carries its newest version; one that lags was sold from without lock, as textbook strategies do.",
                                    "version < newest",
                                    PARTITION + " || format('newest %s', newest)")
                            .asNote()));

    /** @param clockMoves whether this database's clock can be set, so that time need not rise */
    static Sweep versions(boolean clockMoves) {
        var time = Rule.of(
                "time-rises",
                "A later version of a partition has no earlier time; not asked where textbook strategies sold.",
                "at < at_before and version <= head",
                PARTITION + " || format('at %s, the one before at %s', at, at_before)");
        return new Sweep(
                "versions",
                VERSIONS,
                false,
                List.of(
                        Rule.of(
                                "journal-whole",
                                "Each published version has all its journal entries, numbered from 0 without a gap.",
                                """
                                entries is not null
                                and (coalesce(told, 0) <> entries or first_n <> 0 or last_n <> entries - 1)
                                """,
                                PARTITION + " || format('%s entries promised, %s there', entries, coalesce(told, 0))"),
                        Rule.of(
                                "journal-published",
                                "Each version of the journal is there to be published.",
                                "entries is null",
                                PARTITION + " || format('%s entries', told)"),
                        Rule.of(
                                "journal-time",
                                "A journal entry has the time of its version.",
                                "first_at <> at or last_at <> at",
                                PARTITION + " || format('at %s, told at %s', at, first_at)"),
                        clockMoves ? time.asNote() : time));
    }

    private static final String EVENTS = """
            select *, lag(first_event) over (partition by partition_id, kind order by version) as first_before,
                   lag(first_event + numbered) over (order by first_event) as first_due,
                   count(*) over (partition by partition_id, kind, version) as copies
              from (select partition_id, kind, version, at, entries from outbox) o
              full join (select partition_id, kind, version, first_event, entries as numbered from event_batch) e
                using (partition_id, kind, version)
            """;

    /** @param textbook whether strategies without the head's lock may have sold, under which versions cross */
    static Sweep events(boolean textbook) {
        var order = Rule.of(
                "event-order",
                "Of a partition, a later version has later events.",
                "first_event < first_before",
                PARTITION + " || format('event %s, the version before %s', first_event, first_before)");
        return new Sweep(
                "versions",
                EVENTS,
                true,
                List.of(
                        Rule.of(
                                "event-published",
                                "What is older than a minute has been published, as long as a server was there.",
                                """
                                first_event is null and entries > 0
                                and at < (select note::timestamptz from job where name = 'heartbeat') - interval '1 minute'
                                """,
                                PARTITION + " || format('of %s is not published', at)"),
                        Rule.of(
                                "event-numbers",
                                "Events are numbered from 1 without a gap, each number once.",
                                "first_event <> coalesce(first_due, 1)",
                                PARTITION
                                        + " || format('begins at %s, not at %s', first_event, coalesce(first_due, 1))"),
                        Rule.of(
                                "event-once",
                                "Each version is published once, with all its entries.",
                                "first_event is not null and (copies > 1 or numbered is distinct from entries)",
                                PARTITION
                                        + " || format('published %s times, with %s of %s entries', copies, numbered, coalesce(entries, 0))"),
                        textbook ? order.asNote() : order));
    }

    private JournalRules() {}
}
