package io.jari.account;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * What an API key told.
 *
 * @param caller null: a key of nobody, or where keys are not accepted
 */
record KeyIdentity(@Nullable Caller caller, boolean isSecure) implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
        var known = caller;
        return known == null ? null : known::actor;
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
