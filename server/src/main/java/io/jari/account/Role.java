package io.jari.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What staff may be given, over one hotel, one concert or all. */
public enum Role {
    DESK(Scope.Kind.HOTEL),
    REVENUE(Scope.Kind.HOTEL),
    MANAGER(Scope.Kind.HOTEL),
    ORGANISER(Scope.Kind.CONCERT),
    DOOR(Scope.Kind.CONCERT),
    ADMINISTRATOR(Scope.Kind.ALL);

    private final Scope.Kind over;

    Role(Scope.Kind over) {
        this.over = over;
    }

    @JsonCreator
    public static Role of(String text) {
        for (var role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: " + text);
    }

    /** As it stands in the database, in addresses and in JSON. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Role other) {
        return this == other || this == ADMINISTRATOR || (this == MANAGER && (other == DESK || other == REVENUE));
    }

    /** The kind of thing that it is given over. */
    public Scope.Kind over() {
        return over;
    }

    boolean fits(Scope scope) {
        return scope.kind() == Scope.Kind.ALL || scope.kind() == over;
    }
}
