package io.jari.nonsense;

import java.util.function.Supplier;

/** One who calls, and who comes back where calls have cost the way in. */
final class Caller {
    private static final int PATIENCE = 20;

    private final String name;
    private final boolean staff;
    private final Supplier<String> signIn;
    private String token;
    private int refused;

    /** @param signIn a token, or nothing where there is none */
    Caller(String name, boolean staff, Supplier<String> signIn) {
        this.name = name;
        this.staff = staff;
        this.signIn = signIn;
        this.token = signIn.get();
    }

    String name() {
        return name;
    }

    boolean staff() {
        return staff;
    }

    synchronized String token() {
        return token;
    }

    /** That this token was not let in. Some are never; others only seldom try anew, since passwords cost much to compare. */
    synchronized void refused(String used) {
        if (name.equals("nonsense") || name.equals("ended") || !used.equals(token) || used.isEmpty()) {
            return;
        }
        if (refused++ % PATIENCE == 0) {
            var fresh = signIn.get();
            if (!fresh.isEmpty()) {
                token = fresh;
                refused = 0;
            }
        }
    }
}
