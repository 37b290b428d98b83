package io.jari.account;

import io.jari.http.SecurityLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Compares passwords, so many in a while; with the same work for addresses that no account has. */
@ApplicationScoped
class PasswordCheck {
    /** Whom the log names where there is no such account. */
    private static final String NOBODY = "nobody known";

    private final AccountStore store;
    private final Passwords passwords;
    private final SignInTries tries;
    private final SecurityLog log;

    PasswordCheck(AccountStore store, Passwords passwords, SignInTries tries, SecurityLog log) {
        this.store = store;
        this.passwords = passwords;
        this.tries = tries;
        this.log = log;
    }

    /**
     * @param waitMillis 0 when it was compared
     * @param secret whose it is; empty when it is wrong or was not compared
     */
    record Result(long waitMillis, Optional<AccountStore.Secret> secret) {}

    Result of(String email, String password, Arrival arrival) {
        var attempt = tries.begin(email, arrival);
        if (attempt.waitMillis() > 0) {
            log.note("password not compared, too many were wrong", NOBODY, arrival.address());
            return new Result(attempt.waitMillis(), Optional.empty());
        }
        var secret = store.secret(email);
        var hash = secret.map(AccountStore.Secret::passwordHash).orElse(null);
        var right = passwords.matches(password, hash);
        if (right) {
            tries.wasRight(attempt);
        } else {
            tries.wasWrong(attempt);
            var actor = secret.map(known -> Caller.actor(known.accountId())).orElse(NOBODY);
            log.note("password wrong", actor, arrival.address());
        }
        return new Result(0, right ? secret : Optional.empty());
    }

    /** Throws a problem unless it is the password of who has the session. */
    void require(Session session, String password, Arrival arrival) {
        var account = store.find(session.caller().accountId()).orElseThrow(Refusal::noSuchAccount);
        var result = of(account.email(), password, arrival);
        if (result.waitMillis() > 0) {
            throw Refusal.tooManyTries(result.waitMillis());
        }
        if (result.secret().isEmpty()) {
            throw Refusal.wrongPassword();
        }
    }
}
