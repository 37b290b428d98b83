package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Made where no administrator exists. */
@ApplicationScoped
class FirstAdministrator {
    static final String EMAIL = "admin@jari.local";
    private final HouseAccounts house;

    FirstAdministrator(HouseAccounts house) {
        this.house = house;
    }

    /** What to tell whoever started the server; nothing when there is an administrator. */
    List<String> make() {
        if (house.hasAdministrator()) {
            return List.of();
        }
        var password = FreshPassword.make();
        var made = house.make(EMAIL, "Administrator", password, List.of(new Grant(Role.ADMINISTRATOR, Scope.ALL)));
        return made
                ? List.of(
                        "administrator  %s  password %s".formatted(EMAIL, password),
                        "               This password is shown this once. Change it after signing in.")
                : List.of(); // another process came first
    }
}
