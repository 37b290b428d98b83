package io.jari.account;

import io.jari.http.Problem;

/** Every answer by which this package says no. */
final class Refusal {
    private static final String SIGN_IN = "Sign in first";
    private static final String WRONG_CODE =
            "This is no code of the moment, or it was used before. Wait for the next one.";

    private Refusal() {}

    static Problem notSignedIn() {
        return unauthorized("not-signed-in", "Send the token of a session as Authorization: Bearer.");
    }

    static Problem sessionExpired() {
        return unauthorized("session-expired", "The session has ended. Sign in again.");
    }

    static Problem wrongCredentials() {
        return unauthorized("wrong-credentials", "No account has this e-mail address and password.");
    }

    static Problem wrongPassword() {
        return Problem.of(403, "wrong-password", "Wrong password")
                .detail("The current password is another.")
                .exception();
    }

    static Problem notAllowed(Role role, Scope scope) {
        return Problem.of(403, "not-allowed", "Not allowed")
                .detail("This needs the right " + role.text() + " over " + scope.text() + ".")
                .with("right", role.text())
                .with("scope", scope.text())
                .exception();
    }

    /** Over nothing at all. */
    static Problem notAllowed(Role role) {
        return Problem.of(403, "not-allowed", "Not allowed")
                .detail("This needs the right " + role.text() + ".")
                .with("right", role.text())
                .exception();
    }

    static Problem needsPerson() {
        return Problem.of(403, "not-allowed", "Not allowed")
                .detail("This needs a person who is signed in; an API key is nobody.")
                .exception();
    }

    static Problem nobodyMay() {
        return Problem.of(403, "not-allowed", "Not allowed")
                .detail("This is closed to all.")
                .exception();
    }

    static Problem unknownKey() {
        return unauthorized("unknown-key", "This API key was revoked or never given, or this listener takes none.");
    }

    static Problem notStaff() {
        return Problem.of(403, "not-allowed", "Not allowed")
                .detail("This is for staff.")
                .exception();
    }

    static Problem crossSite() {
        return Problem.of(403, "cross-site", "Not from this site")
                .detail("A change signed in by cookie must come from the site's own pages.")
                .exception();
    }

    static Problem emailTaken() {
        return Problem.of(409, "email-taken", "Address taken")
                .detail("There is an account with this e-mail address.")
                .exception();
    }

    static Problem secondFactorNeeded() {
        return unauthorized(
                "second-factor-needed",
                "The password is right. Send the code of your authenticator app, or a recovery code, as code.");
    }

    static Problem wrongSignInCode() {
        return unauthorized("wrong-code", WRONG_CODE);
    }

    static Problem wrongCode() {
        return Problem.of(403, "wrong-code", "Wrong code").detail(WRONG_CODE).exception();
    }

    static Problem secondFactorMissing() {
        return Problem.of(403, "second-factor-missing", "Second factor missing")
                .detail(
                        "Enrol a second factor first: POST /v1/second-factor, or the page /second-factor on this listener.")
                .exception();
    }

    static Problem secondFactorPresent() {
        return Problem.of(409, "second-factor-present", "Second factor present")
                .detail("This account has a second factor. Remove it to enrol another.")
                .exception();
    }

    static Problem noSecondFactor() {
        return Problem.of(409, "no-second-factor", "No second factor")
                .detail("There is no second factor to confirm or remove. Begin to enrol one first.")
                .exception();
    }

    static Problem tooManyTries(long millis) {
        return Problem.of(429, "too-many-sign-ins", "Too many tries")
                .detail("Too many tries were wrong. Try again in %d s.".formatted(Math.ceilDiv(millis, 1_000)))
                .retryAfterMillis(millis)
                .exception();
    }

    static Problem linkEnded() {
        return Problem.of(410, "link-ended", "Link ended")
                .detail("This link was used, is too old, or another took its place. Ask for a new one.")
                .exception();
    }

    static Problem passwordRefused(String pointer, PasswordRules.Flaw flaw) {
        return passwordRefused(pointer, flaw.reason(), flaw.detail());
    }

    static Problem passwordMissing() {
        return passwordRefused("/password", "missing", "Tell the password to sign in with.");
    }

    static Problem passwordByMail() {
        return passwordRefused(
                "/password", "by-mail", "Leave it out: here a password is set by a link that comes by mail.");
    }

    private static Problem passwordRefused(String pointer, String reason, String detail) {
        return Problem.of(400, "password-refused", "Another password, please")
                .detail(detail)
                .with("reason", reason)
                .flaw(pointer, detail)
                .exception();
    }

    static Problem noSuchInvitation() {
        return Problem.notFound("invitation").exception();
    }

    static Problem invitedTooOften() {
        return Problem.of(429, "invited-too-often", "Invited too often")
                .detail("Three mails an hour are sent at most. Try again later.")
                .retryAfterMillis(3_600_000)
                .exception();
    }

    static Problem noSuchSession() {
        return Problem.notFound("session").exception();
    }

    static Problem noSuchAccount() {
        return Problem.notFound("account").exception();
    }

    static Problem noSuchKey() {
        return Problem.notFound("API key").exception();
    }

    static Problem keyNameTaken() {
        return Problem.of(409, "key-name-taken", "Name taken")
                .detail("There is an API key with this name. Revoke it first, or choose another.")
                .exception();
    }

    static Problem tooManyKeys() {
        return Problem.of(409, "too-many-keys", "Too many API keys")
                .detail("There are " + ApiKeys.MOST + " already. Revoke one first.")
                .with("most", ApiKeys.MOST)
                .exception();
    }

    static Problem noSuchRight(String detail) {
        return Problem.of(400, "no-such-right", "No such right").detail(detail).exception();
    }

    static Problem accountClosed() {
        return Problem.of(409, "account-closed", "Account closed")
                .detail("This account is closed.")
                .exception();
    }

    static Problem lastAdministrator() {
        return Problem.of(409, "last-administrator", "Last administrator")
                .detail("Make another administrator first.")
                .exception();
    }

    static Problem busy() {
        return Problem.of(503, "busy", "Busy")
                .detail("Too many are signing in right now. Try again in a second.")
                .retryAfterMillis(1_000)
                .exception();
    }

    private static Problem unauthorized(String type, String detail) {
        return Problem.of(401, type, SIGN_IN)
                .detail(detail)
                .header("WWW-Authenticate", "Bearer")
                .exception();
    }
}
