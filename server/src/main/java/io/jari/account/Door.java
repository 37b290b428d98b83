package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people come in and go out by cookie. Throws a problem while too many others are at it. */
@ApplicationScoped
public class Door {
    /** The header by which a browser forgets what it kept of the pages of whoever signs out. */
    public static final String CLEAR = "Clear-Site-Data";

    public static final String CLEARED = "\"cache\"";
    private final SignUps signUps;
    private final SignIn signIn;
    private final KnownDevices devices;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Arrivals arrivals;

    Door(
            SignUps signUps,
            SignIn signIn,
            KnownDevices devices,
            Sessions sessions,
            SessionCookie cookie,
            Arrivals arrivals) {
        this.signUps = signUps;
        this.signIn = signIn;
        this.devices = devices;
        this.sessions = sessions;
        this.cookie = cookie;
        this.arrivals = arrivals;
    }

    /** What a page is told of somebody who wants to come in. */
    public sealed interface Answer {}

    /**
     * Come in.
     *
     * @param enrolling first to enrol a second factor
     */
    public record Come(NewCookie[] cookies, boolean enrolling) implements Answer {}

    /** Address, password or code is wrong; or the code is missing. */
    public enum No implements Answer {
        WRONG,
        CODE_NEEDED,
        WRONG_CODE
    }

    /** Too many were wrong before. */
    public record Wait(long seconds) implements Answer {}

    /** Whether those who sign up set their password by a link that comes by mail. */
    public boolean asksByMail() {
        return signUps.byMail();
    }

    /** A new account's session, or nothing where a mail comes first. Throws a problem when an address is taken, if no mail tells it. */
    public Optional<NewCookie[]> signUp(NewAccount wanted, SecurityContext who) {
        var made = signUps.of(wanted, who);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        if (signIn(wanted.email(), wanted.requiredPassword(), null, who) instanceof Come come) {
            return Optional.of(come.cookies());
        }
        throw Refusal.wrongCredentials();
    }

    public Answer signIn(String email, String password, @Nullable String code, SecurityContext who) {
        var arrival = arrivals.now(who);
        return switch (signIn.of(new Credentials(email, password, code, true), arrival)) {
            case SignInAnswer.In in -> new Come(cookies(in.signedIn(), arrival), in.enrolling());
            case SignInAnswer.Wrong _ -> No.WRONG;
            case SignInAnswer.CodeNeeded _ -> No.CODE_NEEDED;
            case SignInAnswer.WrongCode _ -> No.WRONG_CODE;
            case SignInAnswer.Wait wait -> new Wait(Math.ceilDiv(wait.millis(), 1_000));
        };
    }

    /** Whether this is the listener for staff. */
    public boolean isInternal(SecurityContext who) {
        return arrivals.now(who).internal();
    }

    NewCookie[] cookies(SignedIn begun, Arrival arrival) {
        var device = devices.make(begun.account().email());
        return new NewCookie[] {
            cookie.of(begun.token(), begun.life(), arrival.https()), cookie.known(device, arrival.https())
        };
    }

    /** Ends the session, if there is one. */
    public NewCookie signOut(SecurityContext who) {
        var arrival = arrivals.now(who);
        if (arrival.present() != null) {
            sessions.end(arrival.present());
        }
        return cookie.none(arrival.https());
    }
}
