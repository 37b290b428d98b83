package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people come in and go out by cookie. Throws a problem while too many others are at it. */
@ApplicationScoped
public class Door {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookie cookie;

    Door(Accounts accounts, Sessions sessions, SessionCookie cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** A new account's session; throws a problem when its address is taken. */
    public NewCookie signUp(NewAccount wanted, @Nullable String userAgent) {
        accounts.signUp(wanted);
        return signIn(wanted.email(), wanted.password(), userAgent).orElseThrow(Refusal::wrongCredentials);
    }

    /** A session; empty when no account has this address and password. */
    public Optional<NewCookie> signIn(String email, String password, @Nullable String userAgent) {
        return accounts.signIn(new Credentials(email, password, true), Sessions.shortened(userAgent))
                .map(begun -> cookie.of(begun.token()));
    }

    /** Ends the session, if there is one. */
    public NewCookie signOut(SecurityContext who) {
        if (Callers.maybe(who).isPresent()) {
            sessions.end(Callers.session(who));
        }
        return cookie.none();
    }
}
