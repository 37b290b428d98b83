package io.jari.account;

/** One right: a role over a scope. Its text is {@code role:scope}, as in {@code desk:hotel-12}. */
public record Grant(Role role, Scope scope) {

    static Grant of(String text) {
        var colon = text.indexOf(':');
        return new Grant(Role.of(text.substring(0, colon)), Scope.of(text.substring(colon + 1)));
    }

    /** As somebody asks for it; a problem where there is none like it. */
    static Grant wanted(String role, String scope) {
        try {
            var grant = new Grant(Role.of(role), Scope.of(scope));
            if (grant.role().fits(grant.scope())) {
                return grant;
            }
            throw Refusal.noSuchRight(grant.role().text() + " is not given over " + scope + ".");
        } catch (IllegalArgumentException e) {
            throw Refusal.noSuchRight("There is " + e.getMessage() + ".");
        }
    }

    String json() {
        return "{\"role\": \"%s\", \"scope\": \"%s\"}".formatted(role.text(), scope.text());
    }

    boolean allows(Role wanted, Scope where) {
        return role.includes(wanted) && scope.covers(where);
    }
}
