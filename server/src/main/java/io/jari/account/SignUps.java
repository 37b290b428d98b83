package io.jari.account;

import io.jari.db.Partition;
import io.jari.journal.Changes;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * New accounts of guests. At once, by address and password, which tells whoever asks that an address is taken; or by mail: the answer is
 * always the same, and the password is set by a link that only the owner of the address reads. Nobody can then take an address in
 * advance with a password of their own.
 */
@ApplicationScoped
class SignUps {
    private static final String ASKED = "account.signup_asked";
    private static final String AGAIN = "account.signup_again";
    private final MailAsks asks = new MailAsks("sign-ups");
    private final boolean byMail;
    private final AccountStore store;
    private final Changes changes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Arrivals arrivals;

    SignUps(
            @ConfigProperty(name = "jari.mode") String mode,
            @ConfigProperty(name = "jari.sign-up") Optional<String> way,
            @ConfigProperty(name = "jari.mail.url") Optional<String> mailServer,
            AccountStore store,
            Changes changes,
            Passwords passwords,
            PasswordRules rules,
            Arrivals arrivals) {
        this.byMail = way.map("by-mail"::equals).orElse(!mode.equals("demo") && mailServer.isPresent());
        this.store = store;
        this.changes = changes;
        this.passwords = passwords;
        this.rules = rules;
        this.arrivals = arrivals;
    }

    @PreDestroy
    void stop() {
        asks.close();
    }

    boolean byMail() {
        return byMail;
    }

    /** The account, or nothing where a mail comes first. Throws a problem when the password is not good or the address is taken. */
    Optional<Account> of(NewAccount wanted, SecurityContext who) {
        if (!byMail) {
            return Optional.of(atOnce(wanted));
        }
        if (wanted.password() != null) {
            throw Refusal.passwordByMail();
        }
        asks.ask(arrivals.now(who), () -> begin(wanted));
        return Optional.empty();
    }

    private Account atOnce(NewAccount wanted) {
        var password = wanted.requiredPassword();
        rules.require("/password", password, wanted.email(), wanted.name());
        var hash = passwords.hash(password);
        var id = store.nextId();
        var made = changes.first(
                Partition.account(id),
                Caller.actor(id),
                change -> Accounts.insertIfNew(change, id, wanted, false, hash)
                        ? AccountStore.find(change.handle(), id)
                        : Optional.<Account>empty());
        if (made.isEmpty()) {
            again(wanted.email());
        }
        return made.orElseThrow(Refusal::emailTaken);
    }

    /** Mails follow the journal. */
    private void begin(NewAccount wanted) {
        var id = store.nextId();
        var begun = changes.first(Partition.account(id), Caller.actor(id), change -> {
            var isNew = Accounts.insertIfNew(change, id, wanted, false, AccountStore.NO_PASSWORD);
            if (isNew) {
                change.journal(ASKED, Caller.actor(id), null);
            }
            return isNew;
        });
        if (!begun) {
            again(wanted.email());
        }
    }

    private void again(String email) {
        store.find(email).filter(account -> !account.closed()).ifPresent(account -> {
            var id = account.accountId();
            changes.of(Partition.account(id), "guest", change -> {
                var mail = AccountStore.isUnfinished(change.handle(), id) ? ASKED : AGAIN;
                if (LinkStore.journaled(change.handle(), id, mail) < Accounts.MOST_MAILS_AN_HOUR) {
                    change.journal(mail, Caller.actor(id), null);
                }
                return id;
            });
        });
    }
}
