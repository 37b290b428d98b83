package io.jari.account;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** What a request's token told: no token, a token of nobody, or a session. */
record Identity(boolean tokenSent, @Nullable Session session, boolean isSecure) implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
        var known = session;
        return known == null ? null : known.caller()::actor;
    }

    // Rights hold over something, which a bare role does not name; ask Callers.
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "Bearer";
    }
}
