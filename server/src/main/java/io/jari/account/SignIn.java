package io.jari.account;

import io.jari.http.SecurityLog;
import jakarta.enterprise.context.ApplicationScoped;

/** Password, then, for staff on the internal listener, a code of their second factor; then a session. */
@ApplicationScoped
class SignIn {
    private final AccountStore store;
    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final Sessions sessions;
    private final SessionRules rules;
    private final SecurityLog log;

    SignIn(
            AccountStore store,
            PasswordCheck passwords,
            CodeCheck codes,
            Sessions sessions,
            SessionRules rules,
            SecurityLog log) {
        this.store = store;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.rules = rules;
        this.log = log;
    }

    SignInAnswer of(Credentials credentials, Arrival arrival) {
        var checked = passwords.of(credentials.email(), credentials.password(), arrival);
        if (checked.waitMillis() > 0) {
            return new SignInAnswer.Wait(checked.waitMillis());
        }
        if (checked.secret().isEmpty()) {
            return new SignInAnswer.Wrong();
        }
        var secret = checked.secret().get();
        var asStaff = secret.staff() && arrival.internal();
        if (!asStaff || !codes.enrolled(secret.accountId())) {
            return begin(secret, arrival, false, asStaff && rules.factorRequired());
        }
        if (credentials.code() == null || credentials.code().isBlank()) {
            return new SignInAnswer.CodeNeeded();
        }
        return switch (codes.of(secret.accountId(), credentials.code())) {
            case Checked.Right _ -> begin(secret, arrival, true, false);
            case Checked.Wrong _ -> {
                note("code wrong", secret, arrival);
                yield new SignInAnswer.WrongCode();
            }
            case Checked.Wait wait -> {
                note("code not compared, too many were wrong", secret, arrival);
                yield new SignInAnswer.Wait(wait.millis());
            }
        };
    }

    /** Wrong, when what was compared is no longer so. */
    private SignInAnswer begin(AccountStore.Secret secret, Arrival arrival, boolean factor, boolean enrolling) {
        var begun = sessions.begin(secret, arrival, factor);
        var account = store.find(secret.accountId());
        if (begun.isEmpty() || account.isEmpty()) {
            return new SignInAnswer.Wrong();
        }
        note(
                "signed in%s%s"
                        .formatted(arrival.internal() ? " at staff's listener" : "", factor ? " with a code" : ""),
                secret,
                arrival);
        var session = begun.get();
        return new SignInAnswer.In(
                new SignedIn(session.token(), session.expiresAt(), account.get(), session.life()), enrolling);
    }

    private void note(String what, AccountStore.Secret whose, Arrival arrival) {
        log.note(what, Caller.actor(whose.accountId()), arrival.address());
    }
}
