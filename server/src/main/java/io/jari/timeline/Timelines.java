package io.jari.timeline;

import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.core.payment.Payment;
import io.jari.db.Partition;
import io.jari.payment.LogLine;
import io.jari.payment.PaymentBooks;
import io.jari.payment.PaymentKey;
import io.jari.payment.StoredPayment;
import io.jari.reconciliation.FreshLogs;
import io.jari.reconciliation.FreshLogs.Known;
import io.jari.timeline.PaymentFacts.Tried;
import io.jari.timeline.TimelineBodies.EventBody;
import io.jari.timeline.TimelineBodies.LogBody;
import io.jari.timeline.TimelineBodies.TimelineBody;
import io.jari.timeline.TimelineBodies.TimelinesBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Was somebody charged twice? What happened here beside what the providers' logs say, and what that comes to. */
@ApplicationScoped
public class Timelines {
    private static final int MOST_PAYMENTS = 50;

    private final PaymentBooks books;
    private final FreshLogs logs;
    private final TimelineStore store;

    Timelines(PaymentBooks books, FreshLogs logs, TimelineStore store) {
        this.books = books;
        this.logs = logs;
        this.store = store;
    }

    /** A payment, what is known of it, and what that means. */
    private record Told(PaymentKey key, PaymentFacts facts, Verdict verdict, TimelineBody body) {
        boolean isPaid() {
            return verdict.amount() > 0 && facts.tried().stream().anyMatch(Tried::isKept);
        }
    }

    /**
     * By what staff may know a payment by: our id, an attempt's or refund's reference, or the provider's name for a checkout. With others
     * that are for the same; empty when nothing is known by it. Throws a problem for whoever may not see it.
     */
    public Optional<TimelinesBody> byReference(SecurityContext who, String reference, Locale locale) {
        staff(who);
        return find(reference).map(key -> {
            var keeper = books.keeper(key);
            Callers.staff(who, keeper.role(), keeper.scope());
            var keys = new LinkedHashSet<>(List.of(key));
            keys.addAll(books.alike(key));
            return tell(keys, locale);
        });
    }

    private Optional<PaymentKey> find(String reference) {
        return books.key(reference)
                .or(() -> books.ofReference(reference))
                .or(() -> store.byCheckout(reference))
                .filter(key -> books.present(key).isPresent());
    }

    /** Those tried with a card that ends so, begun in a span of time, as far as the caller may see them. */
    public TimelinesBody byCard(SecurityContext who, String last4, Instant from, Instant to, Locale locale) {
        return tell(store.byCard(last4, from, to, sight(staff(who)), MOST_PAYMENTS), locale);
    }

    /** Whoever is at no desk, and organises nothing, learns nothing, not even what does not exist. */
    private static Caller staff(SecurityContext who) {
        var caller = Callers.of(who);
        var rights = caller.rights();
        var some = rights.grants().stream()
                .anyMatch(g -> rights.allows(Role.DESK, g.scope()) || rights.allows(Role.ORGANISER, g.scope()));
        return some ? caller : Callers.staff(who, Role.DESK, Scope.ALL);
    }

    private TimelineStore.Sight sight(Caller caller) {
        var rights = caller.rights();
        return new TimelineStore.Sight(
                rights.allows(Role.ADMINISTRATOR, Scope.ALL),
                rights.allows(Role.DESK, Scope.ALL),
                partitions(caller, Role.DESK, Scope.Kind.HOTEL),
                rights.allows(Role.ORGANISER, Scope.ALL),
                partitions(caller, Role.ORGANISER, Scope.Kind.CONCERT));
    }

    private List<Long> partitions(Caller caller, Role role, Scope.Kind kind) {
        var rights = caller.rights();
        return rights.grants().stream()
                .map(g -> g.scope())
                .filter(scope -> scope.kind() == kind && rights.allows(role, scope))
                .flatMap(scope -> books.partitions(scope).stream().map(Partition::id))
                .toList();
    }

    private TimelinesBody tell(Collection<PaymentKey> keys, Locale locale) {
        var providers = books.find(keys).values().stream()
                .flatMap(s -> s.payment().attempts().stream().map(a -> a.provider()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var known = logs.read(providers);
        var read = known.stream().filter(Known::fresh).map(Known::provider).collect(Collectors.toSet());
        var told =
                keys.stream().flatMap(key -> told(key, read, locale).stream()).toList();
        return new TimelinesBody(
                verdict(told, locale),
                told.stream().map(Told::body).toList(),
                known.stream().map(LogBody::of).toList());
    }

    private String verdict(List<Told> told, Locale locale) {
        if (told.isEmpty()) {
            return VerdictText.none(locale);
        }
        var worst =
                told.stream().filter(t -> t.verdict.kind().isWrong()).min(Comparator.comparing(t -> t.verdict.kind()));
        if (worst.isPresent() || told.size() == 1) {
            return worst.orElse(told.getFirst()).body.verdict();
        }
        var paid = told.stream().filter(Told::isPaid).map(Told::key).collect(Collectors.toSet());
        return paid.stream()
                .map(key -> new Alike(
                        key,
                        1
                                + (int) books.alike(key).stream()
                                        .filter(paid::contains)
                                        .count()))
                .max(Comparator.comparingInt(Alike::count))
                .filter(most -> most.count > 1)
                .map(most -> most.key.partition().kind() == Partition.Kind.DATE
                        ? VerdictText.sameDate(locale, most.count)
                        : VerdictText.sameStay(locale, most.count))
                .orElseGet(() -> first(told, paid, locale));
    }

    /** A payment, and how many for the same were paid with it. */
    private record Alike(PaymentKey key, int count) {}

    private static String first(List<Told> told, Set<PaymentKey> paid, Locale locale) {
        return paid.size() > 1
                ? VerdictText.several(locale, told.size())
                : told.stream()
                        .filter(t -> paid.contains(t.key))
                        .findFirst()
                        .orElse(told.getFirst())
                        .body
                        .verdict();
    }

    private Optional<Told> told(PaymentKey key, Set<String> read, Locale locale) {
        return books.present(key).map(present -> {
            var stored = Optional.ofNullable(books.find(List.of(key)).get(key));
            var names = key.references(stored.map(StoredPayment::payment).orElse(Payment.NONE));
            var tried = store.tried(key);
            var lines = new ArrayList<LogLine>();
            var events = new ArrayList<EventBody>();
            for (var provider : tried.stream().map(Tried::provider).collect(Collectors.toSet())) {
                for (var line : logs.of(provider, names)) {
                    lines.add(line);
                    events.add(event(provider, line));
                }
            }
            events.addAll(store.journal(key));
            events.addAll(store.callbacks(names));
            stored.map(StoredPayment::accountId)
                    .ifPresent(account -> events.addAll(store.postings(account, transfers(key, names))));
            events.sort(Comparator.comparing(EventBody::at));
            var all = tried.stream().filter(t -> t.method().equals("card")).allMatch(t -> read.contains(t.provider()));
            var facts = new PaymentFacts(
                    present.currency(),
                    present.status().equals("paid"),
                    books.zone(key),
                    tried,
                    store.backs(key),
                    lines,
                    all);
            var verdict = Verdict.of(facts);
            var text = new VerdictText(locale, facts.currency(), facts.zone()).of(verdict);
            var where = books.whereabouts(key);
            return new Told(
                    key,
                    facts,
                    verdict,
                    new TimelineBody(
                            key.subject(),
                            where.hotelId(),
                            where.concertId(),
                            where.dateId(),
                            facts.zone().getId(),
                            text,
                            present,
                            events));
        });
    }

    private static EventBody event(String provider, LogLine line) {
        return new EventBody(
                line.at(),
                "log",
                line.kind(),
                line.reference(),
                line.amount(),
                line.currency(),
                provider + " line " + line.line() + ", " + line.checkout());
    }

    /** As the wallet calls what it moved for a payment. */
    private static Set<String> transfers(PaymentKey key, Set<String> names) {
        var transfers = new HashSet<>(Set.of("charge:" + key.subject()));
        names.forEach(name -> transfers.addAll(List.of("pay:" + name, "back:" + name)));
        return transfers;
    }
}
