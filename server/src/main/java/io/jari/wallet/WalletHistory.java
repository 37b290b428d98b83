package io.jari.wallet;

import io.jari.account.Caller;
import io.jari.http.MoneyBody;
import io.jari.wallet.WalletBodies.PostingBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in a caller's own wallet, and what came and went. */
@ApplicationScoped
public class WalletHistory {
    private final StatementStore store;

    WalletHistory(StatementStore store) {
        this.store = store;
    }

    /** Some postings, newest first, and the cursor to those after. */
    public record Page(List<PostingBody> postings, @Nullable String next) {}

    /** One for each currency that was ever in it. */
    public List<MoneyBody> balances(Caller caller) {
        return store.balances(caller.accountId());
    }

    /** @param currency of this one alone; null: of all */
    public Page of(Caller caller, @Nullable String currency, @Nullable String cursor, int limit) {
        var found = store.before(StatementCursor.parse(cursor), caller.accountId(), currency, limit + 1);
        var more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(StatementStore.Line::body).toList(),
                more ? page.getLast().place().text() : null);
    }
}
