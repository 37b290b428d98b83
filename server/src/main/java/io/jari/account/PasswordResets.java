package io.jari.account;

import io.jari.account.Links.Purpose;
import io.jari.db.Partition;
import io.jari.journal.Changes;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;

/** New passwords for those who forgot theirs. */
@ApplicationScoped
public class PasswordResets {
    private static final String ASKED = "account.reset_asked";
    private final MailAsks asks = new MailAsks("password-resets");
    private final AccountStore store;
    private final PasswordByLink byLink;
    private final Changes changes;
    private final Arrivals arrivals;

    PasswordResets(AccountStore store, PasswordByLink byLink, Changes changes, Arrivals arrivals) {
        this.store = store;
        this.byLink = byLink;
        this.changes = changes;
        this.arrivals = arrivals;
    }

    @PreDestroy
    void stop() {
        asks.close();
    }

    /** Throws a problem when too many ask; says nothing else. */
    public void ask(String email, SecurityContext who) {
        asks.ask(
                arrivals.now(who),
                () -> store.find(email).filter(account -> !account.closed()).ifPresent(this::journal));
    }

    /** Mails follow the journal. More than a few within an hour are one person's mistake or another's malice. */
    private void journal(Account account) {
        var id = account.accountId();
        changes.of(Partition.account(id), "guest", change -> {
            if (LinkStore.journaled(change.handle(), id, ASKED) < Accounts.MOST_MAILS_AN_HOUR) {
                change.journal(ASKED, Caller.actor(id), null);
            }
            return id;
        });
    }

    /** Whether a link's token is good. */
    public boolean isGood(String token) {
        return byLink.isGood(token, Purpose.RESET);
    }

    /** Ends all sessions. Throws a problem when the link is not good any more, or the password is not. */
    public void set(String token, String password) {
        byLink.set(
                token,
                password,
                Purpose.RESET,
                change -> change.journal("account.password_changed", change.actor(), null));
    }
}
