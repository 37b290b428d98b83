package io.jari.account;

import io.jari.account.Access.By;
import jakarta.ws.rs.core.SecurityContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/** An endpoint's {@link Access}, read once. Asks nothing but memory. */
final class AccessRule {
    /** For what is no part of the API and says nothing: pages ask for themselves. */
    static final AccessRule OPEN = new AccessRule(By.ANYBODY, Scope.Kind.ALL, -1, false);

    private static final String API = "/v1";
    private static final int NOWHERE = -1;

    private final @Nullable By by;
    private final Role[] roles;
    private final Scope.Kind over;
    private final int parameter;
    private final boolean page;

    /**
     * @param by null: closed to all
     * @param parameter the number of the one in the address that names the hotel or concert
     */
    private AccessRule(@Nullable By by, Scope.Kind over, int parameter, boolean page) {
        this.by = by;
        this.roles = roles(by);
        this.over = over;
        this.parameter = parameter;
        this.page = page;
    }

    static AccessRule of(RuntimeResource endpoint) {
        var access = endpoint.getLazyMethod().getMethod().getAnnotation(Access.class);
        if (access == null) {
            return path(endpoint).startsWith(API) ? new AccessRule(null, Scope.Kind.ALL, NOWHERE, false) : OPEN;
        }
        var by = access.value();
        var roles = roles(by);
        if (roles.length == 0 || access.bySubject()) {
            return new AccessRule(by, Scope.Kind.ALL, NOWHERE, access.page());
        }
        var over = roles[0].over();
        var named = endpoint.getPathParameterIndexes().get(over.parameter());
        if (named == null) {
            throw new IllegalStateException(over.parameter() + " is not in the address " + path(endpoint));
        }
        return new AccessRule(by, over, named, access.page());
    }

    /** Any of these will do; the first is what is asked for. None where no right is needed. */
    private static Role[] roles(@Nullable By by) {
        return switch (by) {
            case DESK -> new Role[] {Role.DESK};
            case REVENUE -> new Role[] {Role.REVENUE};
            case MANAGER -> new Role[] {Role.MANAGER};
            case ORGANISER -> new Role[] {Role.ORGANISER};
            case DOOR -> new Role[] {Role.DOOR, Role.ORGANISER};
            case null, default -> new Role[0];
        };
    }

    private static String path(RuntimeResource endpoint) {
        return endpoint.getClassPath().template + endpoint.getPath().template;
    }

    /** Throws 401 or 403. */
    void check(ResteasyReactiveRequestContext request, SecurityContext who) {
        if (by == By.ANYBODY || (page && !Callers.isKnown(who))) {
            return;
        }
        if (by == null) {
            throw Refusal.nobodyMay();
        }
        switch (by) {
            case PERSON -> Callers.signedIn(who);
            case SESSION -> Callers.anySession(who);
            case CALLER -> Callers.of(who);
            case STAFF -> Callers.anyStaff(who);
            case ADMINISTRATOR -> Callers.administrator(who);
            default -> staff(Callers.of(who).rights(), request);
        }
    }

    private void staff(Rights rights, ResteasyReactiveRequestContext request) {
        if (parameter == NOWHERE) {
            for (var role : roles) {
                if (rights.allowsAnywhere(role)) {
                    return;
                }
            }
            throw Refusal.notAllowed(roles[0]);
        }
        var scope = new Scope(over, id(request.getPathParam(parameter, true)));
        for (var role : roles) {
            if (rights.allows(role, scope)) {
                return;
            }
        }
        throw Refusal.notAllowed(roles[0], scope);
    }

    /** 0, which only a right over all covers, where the address names none that could be: what is wrong with it is said afterwards. */
    private static long id(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
