package io.jari.listen;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many connections each listener may have, so that with all of them open there are still files for the database and whatever else is to
 * be opened: each connection is one, and the system's limit may be lower than what the settings allow.
 */
record OpenFiles(int guests, int staff) {
    private static final int OTHERS = 1_000;
    /** Of a low limit. */
    private static final int SHARE = 4;

    static OpenFiles shared(long limit, int guests, int staff) {
        var forStaff = Math.min(staff, limit / SHARE);
        var forOthers = Math.min(OTHERS, limit / SHARE);
        return new OpenFiles((int) Math.min(guests, limit - forStaff - forOthers), (int) forStaff);
    }

    /** The JVM has raised it as far as it may. */
    static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
