package io.jari.reconciliation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import io.jari.payment.PaymentBooks;
import io.jari.payment.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Differences as people see and settle them. */
@ApplicationScoped
class Differences {
    private final DifferenceStore store;
    private final PaymentBooks books;
    private final Changes changes;
    private final Jdbi jdbi;

    Differences(DifferenceStore store, PaymentBooks books, Changes changes, DataSource dataSource) {
        this.store = store;
        this.books = books;
        this.changes = changes;
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Newest first. */
    List<Difference> page(long before, @Nullable String state, int limit) {
        return store.page(before, state, limit);
    }

    /**
     * A person says how it was settled; journaled where what it is about has a journal. An attempt that has not ended is over by that. The
     * same again changes nothing.
     */
    Difference settle(String actor, long id, String how) {
        var difference = store.find(id).orElseThrow(Differences::unknown);
        end(difference, actor);
        var partition = difference.partition();
        if (partition == null) {
            return jdbi.inTransaction(handle -> settle(handle, actor, id, how)).difference;
        }
        return changes.of(partition, actor, change -> {
            var settled = settle(change.handle(), actor, id, how);
            if (settled.now) {
                change.journal("payment.difference_settled", difference.subject(), journal(difference, how));
            }
            return settled.difference;
        });
    }

    private void end(Difference difference, String actor) {
        if (difference.what().isOfOpen()
                && Reference.parse(difference.reference()).orElse(null)
                        instanceof Reference.OfAttempt(String subject, int n)) {
            books.key(subject).ifPresent(key -> books.settled(key, n, actor));
        }
    }

    private record Settled(Difference difference, boolean now) {}

    private static Settled settle(Handle handle, String actor, long id, String how) {
        var now = DifferenceStore.settle(handle, id, actor, how);
        var after = DifferenceStore.find(handle, id).orElseThrow(Differences::unknown);
        if (!now && !Objects.equals(after.how(), how)) {
            throw Problem.of(409, "difference-over", "It is over already")
                    .detail("It was " + after.state().wire() + " before.")
                    .with("state", after.state().wire())
                    .exception();
        }
        return new Settled(after, now);
    }

    private static String journal(Difference difference, String how) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("provider", difference.provider())
                .put("reference", difference.reference())
                .put("what", difference.what().wire())
                .put("how", how)
                .toString();
    }

    private static Problem unknown() {
        return Problem.notFound("difference").exception();
    }
}
