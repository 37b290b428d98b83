package io.jari.reconciliation;

import io.jari.payment.LogLine;
import io.jari.payment.ProviderFailure;
import io.jari.payment.ProviderLogs;
import io.jari.reconciliation.Difference.Found;
import io.jari.reconciliation.Difference.What;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a provider's log on from where it was read last. Reading the same again changes nothing. */
@ApplicationScoped
class LogReading {
    private static final Logger LOG = Logger.getLogger(LogReading.class);
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 1_000;
    private static final int TRIES = 5;
    private static final long PAUSE_NANOS = 200_000_000L;

    private final ProviderLogs logs;
    private final LogStore store;
    private final DifferenceStore differences;

    LogReading(ProviderLogs logs, LogStore store, DifferenceStore differences) {
        this.logs = logs;
        this.store = store;
        this.differences = differences;
    }

    /**
     * What came of it.
     *
     * @param failure why the end was not reached; null: it was
     */
    record Read(int lines, @Nullable String failure) {}

    /** The last line known is read again: a log that was cut or written anew is noticed by it, and noted as a difference. */
    Read read(String provider) {
        var changed = new ArrayList<Found>();
        try {
            return read(provider, changed);
        } finally {
            Reconciliation.tell(differences.found(provider, List.of(), changed));
        }
    }

    private Read read(String provider, List<Found> changed) {
        var begun = store.position(provider);
        var after = Math.max(0, begun.lastLine() - 1);
        var known = begun.lastLine();
        var lines = 0;
        for (var page = 0; page < MOST_PAGES; page++) {
            ProviderLogs.Part part;
            try {
                part = part(provider, after);
            } catch (ProviderFailure failure) {
                return new Read(lines, String.valueOf(failure.getMessage()));
            }
            if (page == 0 && known > 0 && part.lines().isEmpty()) {
                changed.add(changed("line " + known, "read before", "not there any more"));
            }
            lines += keep(provider, part.lines(), changed, known);
            after = part.lines().isEmpty() ? after : part.lines().getLast().line();
            store.read(provider, after, part.more() ? null : begun.now());
            if (!part.more()) {
                return new Read(lines, null);
            }
        }
        return new Read(lines, "there is more; it is read next time");
    }

    private int keep(String provider, List<LogLine> read, List<Found> changed, long known) {
        var lines = read.stream().filter(LogReading::moves).toList();
        for (var before : store.keep(provider, lines)) {
            lines.stream()
                    .filter(l -> l.line() == before.line())
                    .forEach(l -> changed.add(changed("line " + l.line(), before.text(), l.text())));
        }
        return Math.toIntExact(lines.stream().filter(l -> l.line() > known).count());
    }

    private static boolean moves(LogLine line) {
        var moves = line.isCapture() || line.kind().equals(LogLine.REFUND);
        if (!moves) {
            LOG.warnf("line %d of a provider's log is passed over: %s", line.line(), line.kind());
        }
        return moves;
    }

    private static Found changed(String reference, String ours, String theirs) {
        return new Found(reference, What.LOG_CHANGED, reference, null, ours, theirs);
    }

    private ProviderLogs.Part part(String provider, long after) throws ProviderFailure {
        for (var tried = 1; ; tried++) {
            try {
                return logs.after(provider, after, PAGE);
            } catch (ProviderFailure failure) {
                if (tried == TRIES || failure.isRefused()) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NANOS * tried);
            }
        }
    }
}
