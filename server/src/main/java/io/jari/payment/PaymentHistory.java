package io.jari.payment;

import io.jari.account.Caller;
import io.jari.http.Problem;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentStore.Begun;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
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

    /** Where a page ended: opaque to those who carry it. */
    private record Place(Instant at, String subject) {
        static String of(Begun last) {
            var text = last.at() + "|" + last.key().subject();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Place parse(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
                if (parts.length == 2) {
                    return new Place(Instant.parse(parts[0]), parts[1]);
                }
            } catch (IllegalArgumentException | DateTimeException _) {
                // the same answer as for a text without a bar
            }
            throw Problem.invalid("cursor", "is not one that a list gave").exception();
        }
    }
}
