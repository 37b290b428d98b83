package io.jari.account;

import io.jari.JariServer;
import io.jari.db.TestData;

/** Waits that outlast a slow machine. */
public final class TestTries {
    private TestTries() {}

    /** Whoever has to wait now waits for a minute more. */
    public static void prolong(JariServer server) {
        TestData.execute(
                server,
                "update sign_in_try set free_at = jari_now() + interval '1 minute'"
                        + " where free_at > at + interval '0.5 s'"); // the clock goes on between the two
    }
}
