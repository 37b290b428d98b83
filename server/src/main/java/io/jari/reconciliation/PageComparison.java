package io.jari.reconciliation;

import io.jari.core.payment.Payment;
import io.jari.payment.LogLine;
import io.jari.payment.PaymentBooks;
import io.jari.payment.PaymentKey;
import io.jari.payment.Reference;
import io.jari.reconciliation.Difference.Found;
import io.jari.reconciliation.Difference.What;
import io.jari.reconciliation.LogComparison.Mine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Compares some payments with a provider's lines about them. Money that moved there and of which we did not know is acted upon before
 * anything is noted: a capture is asked about, a refund is done.
 */
@ApplicationScoped
class PageComparison {
    private static final Logger LOG = Logger.getLogger(PageComparison.class);
    private static final long ACT_SECONDS = 30;
    /** By so many names a refund may stand in a log although none like it is known here. */
    private static final int STRANGE_NAMES = 4;

    private final LogStore log;
    private final PaymentBooks books;
    private final OursStore ours;
    private final DifferenceStore differences;

    PageComparison(LogStore log, PaymentBooks books, OursStore ours, DifferenceStore differences) {
        this.log = log;
        this.books = books;
        this.ours = ours;
        this.differences = differences;
    }

    /**
     * What came of it.
     *
     * @param subjects what was compared: ids of ours, and references that name nothing of ours
     * @param acted attempts whose provider was asked because of it, and refunds that are done by it
     * @param fresh differences that are for a person from now on
     */
    record Compared(Set<String> subjects, int acted, List<Difference> fresh) {}

    /** @param until what had happened here by then must be in the log */
    Compared references(String provider, Instant until, Collection<String> references) {
        var keys = new LinkedHashSet<PaymentKey>();
        var strange = new LinkedHashSet<String>();
        for (var reference : references) {
            books.ofReference(reference).ifPresentOrElse(keys::add, () -> strange.add(reference));
        }
        return compare(provider, until, keys, strange, references);
    }

    Compared payments(String provider, Instant until, Collection<PaymentKey> keys) {
        return compare(provider, until, keys, List.of(), List.of());
    }

    private Compared compare(
            String provider,
            Instant until,
            Collection<PaymentKey> keys,
            Collection<String> strange,
            Collection<String> references) {
        var names = new LinkedHashSet<String>(strange);
        keys.forEach(key -> names.add(key.subject()));
        var wanted = new LinkedHashSet<String>(references);
        differences.references(provider, names).forEach(reference -> wanted.addAll(names(reference)));
        var found = found(provider, until, keys, strange, wanted);
        var captures = references(found, What.CAPTURE_UNRECORDED);
        var refunds = references(found, What.REFUND_UNRECORDED);
        if (!captures.isEmpty() || !refunds.isEmpty()) {
            act(provider, captures, refunds);
            found = found(provider, until, keys, strange, wanted);
        }
        return new Compared(names, captures.size() + refunds.size(), differences.found(provider, names, found));
    }

    private static List<String> references(List<Found> found, What what) {
        return found.stream()
                .filter(f -> f.what() == what)
                .map(Found::reference)
                .toList();
    }

    private List<Found> found(
            String provider,
            Instant until,
            Collection<PaymentKey> keys,
            Collection<String> strange,
            Collection<String> wanted) {
        var stored = books.find(keys);
        var due = ours.by(until, keys);
        var references = new LinkedHashSet<>(wanted);
        stored.forEach((key, s) -> references.addAll(key.references(s.payment())));
        Map<String, List<LogLine>> lines = log.of(provider, references).stream()
                .collect(Collectors.groupingBy(line -> books.ofReference(line.reference())
                        .map(PaymentKey::subject)
                        .orElse(line.reference())));
        var found = new ArrayList<Found>();
        strange.forEach(name -> found.addAll(LogComparison.unknown(name, lines.getOrDefault(name, List.of()))));
        for (var key : keys) {
            var s = stored.get(key);
            var mine = s == null
                    ? new Mine(key, provider, "", Payment.NONE, due)
                    : new Mine(key, provider, s.currency(), s.payment(), due);
            found.addAll(LogComparison.of(mine, lines.getOrDefault(key.subject(), List.of())));
        }
        return found;
    }

    private Set<String> names(String reference) {
        var names = new LinkedHashSet<>(Set.of(reference));
        if (Reference.parse(reference).orElse(null) instanceof Reference.OfRefund(String subject, int n)) {
            books.key(subject).ifPresent(key -> {
                for (var refusals = 0; refusals < STRANGE_NAMES; refusals++) {
                    names.add(key.refundReference(n, refusals));
                }
            });
        }
        return names;
    }

    private void act(String provider, List<String> captures, List<String> refunds) {
        var turns = new ArrayList<CompletableFuture<?>>();
        for (var reference : refunds) {
            if (Reference.parse(reference).orElse(null) instanceof Reference.OfRefund(String subject, int n)) {
                books.key(subject).ifPresent(key -> turns.add(books.refundDone(key, n)));
            }
        }
        for (var line : log.of(provider, captures)) {
            if (line.isCapture()
                    && Reference.parse(line.reference()).orElse(null)
                            instanceof Reference.OfAttempt(String subject, int n)) {
                books.key(subject).ifPresent(key -> turns.add(books.askAbout(key, n, line.checkout())));
            }
        }
        try {
            CompletableFuture.allOf(turns.toArray(CompletableFuture[]::new)).get(ACT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("%s is asked again at the next comparison: %s", provider, e.toString());
        }
    }
}
