package io.jari.verify;

import io.jari.db.MovableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs all rules over what one connection sees, a few hotels and dates at a time, and accounts with them, so that it fits into memory. */
final class Audit {
    private static final int EXAMPLES = 10;
    private static final int HOTELS_AT_A_TIME = 50;
    private static final int SEATS_AT_A_TIME = 100_000;

    private final Connection connection;
    private final List<Sweep> sweeps;
    private final List<Range> ranges;
    private final Instant now;
    private final Instant latest;
    private final String ranTwice;

    /** Partitions from one to another, both counted in. The first and the last reach to the ends: nothing is left out. */
    private record Range(long low, long high) {}

    Audit(Connection connection) throws SQLException {
        this.connection = connection;
        this.now = time(connection, "select jari_now()");
        // Of a clock that was set back the latest time counts: rooms of nights that were over then were not freed.
        this.latest = MovableClock.installed(connection)
                ? time(connection, "select greatest(jari_now(), max(at)) from outbox")
                : now;
        this.ranTwice = MovableClock.ranTwice(connection);
        this.ranges = ranges(connection);
        this.sweeps = List.of(
                NightRules.TYPES,
                NightRules.HOUSES,
                ReservationRules.RESERVATIONS_SWEEP,
                ReservationRules.ASSIGNMENTS,
                SeatRules.DATES_SWEEP,
                SeatRules.SEATS_SWEEP,
                SeatRules.CLAIMS_SWEEP,
                SeatRules.PEOPLE_SWEEP,
                HoldRules.HOLDS_SWEEP,
                TicketRules.USES_SWEEP,
                QueueRules.QUEUES_SWEEP,
                QueueRules.STEPS_SWEEP,
                QueueRules.ENTRIES_SWEEP,
                WalletRules.TRANSFERS_SWEEP,
                WalletRules.WALLETS_SWEEP,
                PaymentRules.PAYMENTS_SWEEP,
                PaymentRules.ATTEMPTS_SWEEP,
                PaymentRules.REFUNDS_SWEEP,
                WalletPaymentRules.CHARGES_SWEEP,
                JournalRules.versions(MovableClock.installed(connection)),
                JournalRules.HEADS_SWEEP,
                ErasureRules.ERASURES_SWEEP,
                JournalRules.events(MovableClock.installed(connection)),
                ReservationRules.IDS,
                HoldRules.IDS,
                WalletPaymentRules.PAID_SWEEP,
                WalletPaymentRules.BACK_SWEEP,
                ProviderLogRules.CAPTURES_SWEEP,
                ProviderLogRules.REFUNDS_SWEEP,
                ProviderLogRules.DIFFERENCES_SWEEP,
                ProviderLogRules.LOGS_SWEEP);
    }

    /** How many steps {@link #run} takes. */
    int steps() {
        return sweeps.stream()
                .mapToInt(sweep -> sweep.whole() ? 1 : ranges.size())
                .sum();
    }

    /** @param step told how many more steps are done */
    List<Finding> run(IntConsumer step) throws SQLException {
        var tallies = sweeps.stream().map(Tally::new).toList();
        for (var range : ranges) {
            for (var tally : tallies) {
                if (!tally.sweep.whole()) {
                    tally.add(range);
                    step.accept(1);
                }
            }
        }
        for (var tally : tallies) {
            if (tally.sweep.whole()) {
                tally.add(new Range(Long.MIN_VALUE, Long.MAX_VALUE));
                step.accept(1);
            }
        }
        return tallies.stream().flatMap(tally -> tally.findings().stream()).toList();
    }

    private final class Tally {
        private final Sweep sweep;
        private final long[] broken;
        private final List<List<String>> examples = new ArrayList<>();
        private long checked;

        Tally(Sweep sweep) {
            this.sweep = sweep;
            this.broken = new long[sweep.rules().size()];
            sweep.rules().forEach(_ -> examples.add(new ArrayList<>()));
        }

        void add(Range range) throws SQLException {
            try (var select = connection.createStatement();
                    var row = select.executeQuery(filled(sweep.counts(), range))) {
                row.next();
                checked += row.getLong(1);
                for (var i = 0; i < broken.length; i++) {
                    broken[i] += row.getLong(i + 2);
                }
            }
            for (var i = 0; i < broken.length; i++) {
                if (broken[i] > examples.get(i).size() && examples.get(i).size() < EXAMPLES) {
                    show(sweep.rules().get(i), range, examples.get(i));
                }
            }
        }

        private void show(Rule rule, Range range, List<String> into) throws SQLException {
            try (var select = connection.createStatement();
                    var rows = select.executeQuery(filled(sweep.examples(rule, EXAMPLES - into.size()), range))) {
                while (rows.next()) {
                    into.add(rows.getString(1));
                }
            }
        }

        List<Finding> findings() {
            var findings = new ArrayList<Finding>();
            for (var i = 0; i < broken.length; i++) {
                findings.add(new Finding(
                        sweep.rules().get(i), sweep.rows(), checked, broken[i], List.copyOf(examples.get(i))));
            }
            return findings;
        }
    }

    /** The bounds stand in the text, not in parameters: so each range gets a plan for its own size. */
    private String filled(String sql, Range range) {
        return sql.replace(":low", "bigint '" + range.low + "'")
                .replace(":high", "bigint '" + range.high + "'")
                .replace(":latest", latest.toString())
                .replace(":ran_twice", "tstzmultirange '" + ranTwice + "'")
                .replace(":now", now.toString());
    }

    private static List<Range> ranges(Connection connection) throws SQLException {
        var ranges = new ArrayList<Range>();
        var low = Long.MIN_VALUE;
        try (var select = connection.prepareStatement("""
                        select hotel_id as bound
                          from (select hotel_id, row_number() over (order by hotel_id) as place from hotel) h
                         where place %% %1$d = 0
                         union
                        select date_id
                          from (select date_id, seats, sum(seats) over (order by date_id) as so_far from concert_date) d
                         where so_far / %2$d <> (so_far - seats) / %2$d
                         order by 1
                        """.formatted(HOTELS_AT_A_TIME, SEATS_AT_A_TIME));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                ranges.add(new Range(low, rows.getLong(1)));
                low = rows.getLong(1) + 1;
            }
        }
        ranges.add(new Range(low, Long.MAX_VALUE));
        return ranges;
    }

    private static Instant time(Connection connection, String question) throws SQLException {
        try (var select = connection.prepareStatement(question);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
