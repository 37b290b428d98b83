package io.jari.reconciliation;

import io.jari.payment.LogLine;
import io.jari.payment.Overdue;
import io.jari.reconciliation.Difference.Found;
import io.jari.reconciliation.Difference.What;
import io.jari.reconciliation.PageComparison.Compared;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares a provider's log with our payments, both ways: every line since the last time and every recent payment, or all there is. Money
 * of which we did not know is acted upon at once; what stays different is written down.
 */
@ApplicationScoped
class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class);
    private static final int PAGE = 500;
    /** Old lines are compared again some pages at a time, so that what is new never waits for long. */
    private static final int PAGES_AGAIN = 200;

    /** A log may lag behind its provider's answers. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final Duration RECENT = Duration.ofDays(3);

    private final LogReading reading;
    private final LogStore log;
    private final OursStore ours;
    private final DifferenceStore differences;
    private final PageComparison comparison;

    Reconciliation(
            LogReading reading, LogStore log, OursStore ours, DifferenceStore differences, PageComparison comparison) {
        this.reading = reading;
        this.log = log;
        this.ours = ours;
        this.differences = differences;
        this.comparison = comparison;
    }

    /**
     * What one comparison did.
     *
     * @param read lines that were new
     * @param compared payments, and lines of none: once for each part of the log that tells of them
     * @param acted attempts of whose capture, and refunds of whose end, we did not know
     * @param differences that stand afterwards
     * @param failure why the log was not read to its end; null: it was
     */
    record Result(
            String provider,
            int read,
            int compared,
            int acted,
            int differences,
            @Nullable String failure) {}

    /** @param whole everything again, not only what is new */
    Result run(String name, boolean whole) {
        var read = reading.read(name);
        var position = log.position(name);
        var readAt = position.readAt();
        var walk = new Walk(name, readAt == null ? Instant.EPOCH : readAt.minus(MARGIN));
        walk.lines(whole ? 0 : position.compared(), Long.MAX_VALUE);
        walk.missing(whole ? Instant.EPOCH : position.now().minus(RECENT));
        walk.standing();
        if (read.failure() == null) {
            log.compared(name, position.lastLine(), whole);
            if (!whole && position.wholeDue()) {
                again(walk, position);
            }
        }
        return new Result(name, read.lines(), walk.compared, walk.acted, differences.standing(name), read.failure());
    }

    /** A part of all that was compared before, and at its end whatever is in no log. */
    private void again(Walk walk, LogStore.Position position) {
        var last = walk.lines(position.again(), PAGES_AGAIN);
        if (last < position.lastLine()) {
            log.comparedAgain(walk.provider, last);
        } else {
            walk.missing(Instant.EPOCH);
            log.compared(walk.provider, position.lastLine(), true);
        }
    }

    /**
     * Notes what has not ended in its time, and lets go what has by now.
     *
     * @param providers that are there
     */
    void endings(List<Overdue> overdue, List<String> providers) {
        overdue.stream()
                .collect(Collectors.groupingBy(
                        Overdue::provider, Collectors.mapping(Reconciliation::found, Collectors.toList())))
                .forEach((provider, found) -> tell(differences.found(provider, List.of(), each(found))));
        differences.endedSince(providers);
    }

    private static Found found(Overdue o) {
        var what = o.providerGone() ? What.PROVIDER_GONE : What.NOT_ENDED;
        var key = o.key();
        return new Found(o.reference(), what, key.subject(), key.partition(), o.standing(), "not asked");
    }

    /** Each once: what is found by two signs is one difference. */
    private static List<Found> each(List<Found> found) {
        var byName = new LinkedHashMap<String, Found>();
        found.forEach(f -> byName.putIfAbsent(f.what() + " " + f.reference(), f));
        return List.copyOf(byName.values());
    }

    static void tell(List<Difference> fresh) {
        for (var d : fresh) {
            LOG.warnf(
                    "%s differs at %s (%s): here %s; there %s",
                    d.reference(), d.provider(), d.what().wire(), d.ours(), d.theirs());
        }
    }

    /** One way through a provider's lines and payments, a page at a time, none of which holds a transaction while a provider is asked. */
    private final class Walk {
        private final String provider;
        private final Instant until;
        private int compared;
        private int acted;

        Walk(String provider, Instant until) {
            this.provider = provider;
            this.until = until;
        }

        /** So many pages after a line; the last line of them, or the greatest number at the end. */
        long lines(long from, long pages) {
            var last = from;
            for (var n = 0L; n < pages; n++) {
                var page = log.after(provider, last, PAGE);
                if (page.isEmpty()) {
                    return Long.MAX_VALUE;
                }
                note(comparison.references(
                        provider, until, page.stream().map(LogLine::reference).toList()));
                last = page.getLast().line();
            }
            return last;
        }

        void missing(Instant since) {
            var keys = ours.missing(provider, since, until);
            for (var from = 0; from < keys.size(); from += PAGE) {
                note(comparison.payments(provider, until, keys.subList(from, Math.min(keys.size(), from + PAGE))));
            }
        }

        void standing() {
            var page = differences.standing(provider, "", PAGE);
            while (!page.isEmpty()) {
                note(comparison.references(provider, until, page));
                page = differences.standing(provider, page.getLast(), PAGE);
            }
        }

        private void note(Compared page) {
            compared += page.subjects().size();
            acted += page.acted();
            tell(page.fresh());
        }
    }
}
