package io.jari.account;

import io.jari.account.Links.Purpose;
import io.jari.db.Partition;
import io.jari.http.AddressLimit;
import io.jari.journal.Changes;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * New passwords for those who forgot theirs. Whoever asks is answered before anything is looked up, so neither the answer nor its time
 * tells whether there is such an account; a mail does, to whom it belongs.
 */
@ApplicationScoped
public class PasswordResets {
    private static final Logger LOG = Logger.getLogger(PasswordResets.class);
    private static final int MOST_WAITING = 1_000;
    private static final String ASKED = "account.reset_asked";
    private final AddressLimit limit = new AddressLimit("password-resets", 0.1, 20);
    private final ThreadPoolExecutor askers = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("password-resets").factory());
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
        askers.shutdown();
    }

    /** Throws a problem when too many ask; says nothing else. */
    public void ask(String email, SecurityContext who) {
        var wait = limit.retryAfterMillis(arrivals.now(who).address());
        if (wait > 0) {
            throw limit.refusal(wait).exception();
        }
        try {
            askers.execute(() -> journal(email));
        } catch (RejectedExecutionException _) {
            throw Refusal.busy();
        }
    }

    private void journal(String email) {
        try {
            store.find(email).filter(account -> !account.closed()).ifPresent(this::journal);
        } catch (RuntimeException e) {
            LOG.error("a link to set a password was asked for and will not be sent", e);
        }
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
