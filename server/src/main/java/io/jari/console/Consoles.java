package io.jari.console;

import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.account.Scope;
import io.jari.concert.Concerts;
import io.jari.console.Console.Group;
import io.jari.console.Console.Item;
import io.jari.hotel.Hotels;
import io.jari.page.Frames;
import io.jari.page.Texts;
import io.jari.page.Visit;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts what staff see around their pages: the way to all that this person may do. */
@Singleton
public class Consoles {
    private final Frames frames;
    private final Hotels hotels;
    private final Concerts concerts;

    Consoles(Frames frames, Hotels hotels, Concerts concerts) {
        this.frames = frames;
        this.hotels = hotels;
        this.concerts = concerts;
    }

    /** Around a page of the whole house. */
    public Console house(Visit visit, Caller caller, String title) {
        return new Console(frames.of(visit, visit.texts().say(title)), "", List.of(houseGroup(visit, caller)));
    }

    /** Around a page of a hotel, which must be there. */
    public Console hotel(Visit visit, Caller caller, int hotelId, String title) {
        var t = visit.texts();
        var name = t.pick(hotels.find(hotelId).details().name());
        var group = new Menu(visit, caller, Scope.hotel(hotelId), "/staff/hotels/" + hotelId)
                .page(Role.DESK, "today")
                .page(Role.DESK, "rack")
                .page(Role.DESK, "stays")
                .page(Role.DESK, "booking")
                .page(Role.REVENUE, "inventory")
                .page(Role.REVENUE, "prices")
                .page(Role.REVENUE, "figures")
                .page(Role.MANAGER, "house")
                .group(name);
        return new Console(frames.of(visit, t.say(title)), name, List.of(group, houseGroup(visit, caller)));
    }

    /** Around a page of a concert, which must be there. */
    public Console concert(Visit visit, Caller caller, int concertId, String title) {
        var t = visit.texts();
        var name = t.pick(concerts.find(concertId).details().title());
        var group = new Menu(visit, caller, Scope.concert(concertId), "/staff/concerts/" + concertId)
                .page(Role.DOOR, Role.ORGANISER, "dates")
                .page(Role.ORGANISER, "plans")
                .page(Role.ORGANISER, "about")
                .group(name);
        return new Console(frames.of(visit, t.say(title)), name, List.of(group, houseGroup(visit, caller)));
    }

    private static Group houseGroup(Visit visit, Caller caller) {
        return new Menu(visit, caller, Scope.ALL, "/staff")
                .any("home", "/staff")
                .any("payments", "/payment-timelines")
                .any("journal", "/staff/journal")
                .any("letters", "/staff/letters")
                .anywhere("webhooks", Role.MANAGER, Role.ORGANISER)
                .anywhere("people", Role.MANAGER, Role.ORGANISER)
                .page(Role.ADMINISTRATOR, "keys")
                .anywhere("refunds", Role.DESK, Role.ORGANISER)
                .page(Role.ADMINISTRATOR, "privacy")
                .group(visit.texts().say("console.house"));
    }

    /** A menu being made: what somebody has no right to is not in it. */
    private static final class Menu {
        private final Texts t;
        private final String here;
        private final Caller caller;
        private final Scope scope;
        private final String base;
        private final List<Item> items = new ArrayList<>();

        Menu(Visit visit, Caller caller, Scope scope, String base) {
            this.t = visit.texts();
            this.here = visit.here();
            this.caller = caller;
            this.scope = scope;
            this.base = base;
        }

        Menu page(Role role, String name) {
            return caller.rights().allows(role, scope) ? any(name, base + "/" + name) : this;
        }

        /** For who has either right. */
        Menu page(Role role, Role other, String name) {
            return caller.rights().allows(role, scope) ? any(name, base + "/" + name) : page(other, name);
        }

        /** Of which the page itself shows what is of one's own hotels and concerts. */
        Menu anywhere(String name, Role... roles) {
            var may = Arrays.stream(roles).anyMatch(caller.rights()::allowsAnywhere);
            return may ? any(name, base + "/" + name) : this;
        }

        Menu any(String name, String link) {
            items.add(new Item(t.say("console.menu." + name), link, isHere(link)));
            return this;
        }

        private boolean isHere(String link) {
            var path = here.contains("?") ? here.substring(0, here.indexOf('?')) : here;
            return path.equals(link) || (!link.equals("/staff") && path.startsWith(link + "/"));
        }

        Group group(String title) {
            return new Group(title, List.copyOf(items));
        }
    }
}
