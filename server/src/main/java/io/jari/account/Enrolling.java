package io.jari.account;

import io.jari.account.FactorBodies.EnrolmentBody;
import io.jari.account.FactorBodies.RecoveryBody;
import io.jari.qr.QrDrawing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Staff at their second factor. Each method throws a problem where it says no. */
@ApplicationScoped
public class Enrolling {
    private final SecondFactors factors;
    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final SessionCookie cookie;
    private final Arrivals arrivals;
    private final Sessions sessions;

    Enrolling(
            SecondFactors factors,
            PasswordCheck passwords,
            CodeCheck codes,
            SessionCookie cookie,
            Arrivals arrivals,
            Sessions sessions) {
        this.factors = factors;
        this.passwords = passwords;
        this.codes = codes;
        this.cookie = cookie;
        this.arrivals = arrivals;
        this.sessions = sessions;
    }

    /** What an app is told, for a page. */
    public record Shown(String secret, QrDrawing qr) {

        // Records print their fields, and this one must not reach a log.
        @Override
        public String toString() {
            return "Shown";
        }
    }

    /**
     * What is told once.
     *
     * @param cookie that takes the place of the one sent, where one was
     */
    public record Enrolled(
            List<String> recoveryCodes, @Nullable NewCookie cookie) {

        @Override
        public String toString() {
            return "Enrolled";
        }
    }

    /** How many recovery codes are left; negative when there is no second factor yet. */
    public long codesLeft(SecurityContext who) {
        var accountId = session(who).caller().accountId();
        return factors.enrolled(accountId) ? factors.codesLeft(accountId) : -1;
    }

    public Shown show(SecurityContext who) {
        return shown(begin(who));
    }

    /** The same secret again: after a code that was mistyped. */
    public Shown showAgain(SecurityContext who) {
        return shown(factors.proposed(session(who).caller().accountId()));
    }

    private static Shown shown(EnrolmentBody body) {
        return new Shown(body.secret(), QrDrawing.of(body.uri()));
    }

    EnrolmentBody begin(SecurityContext who) {
        return factors.propose(session(who).caller().accountId());
    }

    /** The same as the API tells it. */
    record Confirmed(RecoveryBody body, @Nullable NewCookie cookie) {}

    public Enrolled confirm(SecurityContext who, String code) {
        var confirmed = confirmed(who, code);
        return new Enrolled(confirmed.body().recoveryCodes(), confirmed.cookie());
    }

    Confirmed confirmed(SecurityContext who, String code) {
        var session = session(who);
        var arrival = arrivals.now(who);
        var told = codes.counted(session.caller().accountId(), () -> factors.confirm(session, code));
        var next = arrival.byCookie() && told.token() != null
                ? cookie.of(told.token(), sessions.left(session), arrival.https())
                : null;
        return new Confirmed(told, next);
    }

    public List<String> freshCodes(SecurityContext who, String password, String code) {
        return newCodes(who, password, code).recoveryCodes();
    }

    RecoveryBody newCodes(SecurityContext who, String password, String code) {
        var session = both(who, password, code);
        return factors.newCodes(session.caller());
    }

    public void remove(SecurityContext who, String password, String code) {
        var session = both(who, password, code);
        factors.remove(session.caller().accountId(), session.caller().actor(), session.hash());
    }

    private Session both(SecurityContext who, String password, String code) {
        var session = session(who);
        passwords.require(session, password, arrivals.now(who));
        codes.require(session.caller().accountId(), code);
        return session;
    }

    private static Session session(SecurityContext who) {
        var session = Callers.anySession(who);
        if (!session.enrolling() && !session.caller().staff()) {
            throw Refusal.notStaff();
        }
        return session;
    }
}
