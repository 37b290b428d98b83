package io.jari.account;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every answer by which this package says no. */
final class Refusal {
    private Refusal() {}

    static WebApplicationException notSignedIn() {
        return unauthorized("not-signed-in", "Sign in first.");
    }

    static WebApplicationException sessionExpired() {
        return unauthorized("session-expired", "The session has ended. Sign in again.");
    }

    static WebApplicationException wrongCredentials() {
        return unauthorized("wrong-credentials", "No account has this e-mail address and password.");
    }

    static WebApplicationException wrongPassword() {
        return of(403, "wrong-password", "The current password is another.", Map.of());
    }

    static WebApplicationException notAllowed(Role role, Scope scope) {
        return of(
                403,
                "not-allowed",
                "This needs the right " + role.text() + " over " + scope.text() + ".",
                Map.of("right", role.text(), "scope", scope.text()));
    }

    static WebApplicationException crossSite() {
        return of(403, "cross-site", "A change signed in by cookie must come from the site's own pages.", Map.of());
    }

    static WebApplicationException emailTaken() {
        return of(409, "email-taken", "An account with this e-mail address exists.", Map.of());
    }

    static WebApplicationException noSuchAccount() {
        return of(404, "not-found", "No such account.", Map.of());
    }

    static WebApplicationException versionMissing() {
        return of(428, "version-missing", "Send the version that is changed in If-Match.", Map.of());
    }

    static WebApplicationException versionStale() {
        return of(412, "version-stale", "Somebody has changed this meanwhile. Read it again.", Map.of());
    }

    static WebApplicationException busy() {
        return of(503, "busy", "Too many are signing in right now. Try again in a second.", Map.of(), "1");
    }

    private static WebApplicationException unauthorized(String type, String detail) {
        return of(401, type, detail, Map.of());
    }

    private static WebApplicationException of(
            int status, String type, String detail, Map<String, ?> data, String... retryAfter) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("status", status);
        body.put("detail", detail);
        body.putAll(data);
        var response = Response.status(status).type("application/problem+json").entity(body);
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        for (var seconds : retryAfter) {
            response.header("Retry-After", seconds);
        }
        return new WebApplicationException(response.build());
    }
}
