package io.jari.account;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/**
 * The one place where it is decided who may do what. A resource takes {@code @Context SecurityContext who} and asks
 * here; the token was resolved before, so this never blocks.
 */
public final class Callers {
    private Callers() {}

    /** Whoever is signed in; a token of nobody counts as none. */
    public static Optional<Caller> maybe(SecurityContext who) {
        return who instanceof Identity identity
                ? Optional.ofNullable(identity.session())
                        .filter(session -> !session.enrolling())
                        .map(Session::caller)
                : Optional.empty();
    }

    /** Whoever is signed in, or 401. */
    public static Caller signedIn(SecurityContext who) {
        return session(who).caller();
    }

    /** Staff with this right over this hotel, or 401 or 403. */
    public static Caller staff(SecurityContext who, Role role, long hotelId) {
        return staff(who, role, Scope.hotel(hotelId));
    }

    /** Staff with this right over this scope, or 401 or 403. */
    public static Caller staff(SecurityContext who, Role role, Scope scope) {
        var caller = signedIn(who);
        if (!caller.rights().allows(role, scope)) {
            throw Refusal.notAllowed(role, scope);
        }
        return caller;
    }

    /** Staff, whatever else they may do, or 401 or 403. */
    public static Caller anyStaff(SecurityContext who) {
        var caller = signedIn(who);
        if (!caller.staff()) {
            throw Refusal.notStaff();
        }
        return caller;
    }

    /** An administrator, or 401 or 403. */
    public static Caller administrator(SecurityContext who) {
        return staff(who, Role.ADMINISTRATOR, Scope.ALL);
    }

    /** Whether this is staff who may do nothing but enrol a second factor. */
    public static boolean isEnrolling(SecurityContext who) {
        return who instanceof Identity identity
                && identity.session() != null
                && identity.session().enrolling();
    }

    /** The session, or 401; or 403 when all it may do is to enrol. */
    static Session session(SecurityContext who) {
        var session = anySession(who);
        if (session.enrolling()) {
            throw Refusal.secondFactorMissing();
        }
        return session;
    }

    /** The session whatever it may do, or 401: for enrolling, and for going out. */
    static Session anySession(SecurityContext who) {
        if (!(who instanceof Identity identity) || !identity.tokenSent()) {
            throw Refusal.notSignedIn();
        }
        if (identity.session() == null) {
            throw Refusal.sessionExpired();
        }
        return identity.session();
    }
}
