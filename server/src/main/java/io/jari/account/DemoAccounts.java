package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logins of a demo, known to everybody. */
@ApplicationScoped
class DemoAccounts {
    static final String PASSWORD = "demo-demo";
    private static final List<Login> LOGINS = List.of(
            new Login("guest", "Guest Kim", null),
            new Login("desk", "Desk Lee", Role.DESK),
            new Login("revenue", "Revenue Park", Role.REVENUE),
            new Login("manager", "Manager Choi", Role.MANAGER),
            new Login("organiser", "Organiser Han", Role.ORGANISER),
            new Login("door", "Door Yoon", Role.DOOR),
            new Login("admin", "Admin Jung", Role.ADMINISTRATOR));
    private final HouseAccounts house;

    DemoAccounts(HouseAccounts house) {
        this.house = house;
    }

    /** Makes those that are missing, and says who they are. */
    List<String> make() {
        var lines = new ArrayList<String>();
        lines.add("logins     (password of all: " + PASSWORD + ")");
        for (var login : LOGINS) {
            house.make(login.email(), login.name(), PASSWORD, login.rights());
            lines.add("  " + login.email());
        }
        return lines;
    }

    private record Login(String who, String name, @Nullable Role role) {
        String email() {
            return who + "@demo.jari";
        }

        List<Grant> rights() {
            return role == null ? List.of() : List.of(new Grant(role, Scope.ALL));
        }
    }
}
