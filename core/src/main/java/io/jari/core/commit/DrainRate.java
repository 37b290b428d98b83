package io.jari.core.commit;

/** How fast commands have been answered lately: an average that forgets with a time constant of one second. */
final class DrainRate {
    private static final double MEMORY_NANOS = 1e9;
    private static final int LEAST_MILLIS = 50;
    static final int MOST_MILLIS = 5_000;

    private double perNano;
    private long lastNanos;

    synchronized void answered(int commands, long nowNanos) {
        perNano = faded(nowNanos) + commands / MEMORY_NANOS;
        lastNanos = nowNanos;
    }

    /** Milliseconds after which {@code waiting} commands are likely answered, within 50 and 5,000. */
    synchronized int retryAfterMillis(long waiting, long nowNanos) {
        double millis = waiting / faded(nowNanos) / 1e6;
        return (int) Math.clamp(Double.isNaN(millis) ? MOST_MILLIS : millis, LEAST_MILLIS, MOST_MILLIS);
    }

    private double faded(long nowNanos) {
        return perNano * Math.exp(-Math.max(0, nowNanos - lastNanos) / MEMORY_NANOS);
    }
}
