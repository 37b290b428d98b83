package io.jari.account;

import org.jspecify.annotations.Nullable;

/**
 * How somebody came to the door.
 *
 * @param internal by the listener for staff: only there sessions with rights begin
 * @param https so that cookies are for HTTPS alone
 * @param address a number for it
 * @param byCookie whether the session's token came as a cookie
 * @param knownDevice what a browser keeps since its last sign-in
 * @param present the session that was live before
 */
record Arrival(
        boolean internal,
        boolean https,
        long address,
        boolean byCookie,
        @Nullable String userAgent,
        @Nullable String knownDevice,
        @Nullable Session present) {}
