package io.jari.account;

import java.util.List;

/** All that an account may do beyond what any guest may. */
public record Rights(List<Grant> grants) {
    public static final Rights NONE = new Rights(List.of());

    public Rights {
        grants = List.copyOf(grants);
    }

    public boolean allows(Role role, long hotelId) {
        return allows(role, Scope.hotel(hotelId));
    }

    /** Over anything at all. */
    public boolean allowsAnywhere(Role role) {
        for (var grant : grants) {
            if (grant.role().includes(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean allows(Role role, Scope scope) {
        return grants.stream().anyMatch(grant -> grant.allows(role, scope));
    }
}
