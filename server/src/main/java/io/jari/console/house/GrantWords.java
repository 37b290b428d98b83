package io.jari.console.house;

import io.jari.account.Grant;
import io.jari.account.Role;
import io.jari.page.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Rights in words. */
public final class GrantWords {
    private GrantWords() {}

    /**
     * A right that somebody has.
     *
     * @param address of the right below the account's, as the API has it
     */
    public record Held(String role, String place, String address) {
        public String words() {
            return role + " · " + place;
        }
    }

    /**
     * A role to be chosen.
     *
     * @param over hotel, concert or all: what it is given over
     */
    public record Choice(String value, String words, String over) {}

    static Held of(Texts t, Places places, Grant grant) {
        return new Held(
                t.say("house.role." + grant.role().text()),
                places.name(t, grant.scope()),
                grant.role().text() + "/" + grant.scope().text());
    }

    static List<Held> of(Texts t, Places places, List<Grant> grants) {
        return grants.stream().map(grant -> of(t, places, grant)).toList();
    }

    static List<Choice> choices(Texts t, Predicate<Role> which) {
        return Arrays.stream(Role.values())
                .filter(which)
                .map(role -> new Choice(
                        role.text(),
                        t.say("house.role." + role.text()) + ": " + t.say("house.role." + role.text() + ".may"),
                        role.over().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
