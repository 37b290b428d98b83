package io.jari.payment;

import io.jari.account.Caller;
import io.jari.http.Cursor;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentStore.Begun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account's payments, newest first. */
@ApplicationScoped
public class PaymentHistory {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private final PaymentStore store;
    private final Subjects subjects;

    PaymentHistory(PaymentStore store, Subjects subjects) {
        this.store = store;
        this.subjects = subjects;
    }

    /** Some of them, and the cursor to those after. */
    public record Page(List<PaymentBody> payments, @Nullable String next) {}

    public Page of(Caller caller, @Nullable String cursor, int limit) {
        var from = cursor == null ? new Place(LATEST, "") : Place.parse(cursor);
        var begun = store.ofAccount(caller.accountId(), from.at(), from.subject(), limit + 1);
        var more = begun.size() > limit;
        var page = more ? begun.subList(0, limit) : begun;
        var stored = store.find(page.stream().map(Begun::key).toList());
        var bodies = page.stream()
                .flatMap(b -> subjects.facts(b.key()).stream()
                        .map(facts -> PaymentView.of(b.key(), stored.get(b.key()), facts)))
                .toList();
        return new Page(bodies, more ? Place.of(page.getLast()) : null);
    }

    /** Where a page ended. */
    private record Place(Instant at, String subject) {
        static Place parse(String cursor) {
            return Cursor.parse(cursor, 2, parts -> new Place(Cursor.time(parts.get(0)), parts.get(1)));
        }

        static String of(Begun last) {
            return Cursor.of(last.at(), last.key().subject());
        }
    }
}
