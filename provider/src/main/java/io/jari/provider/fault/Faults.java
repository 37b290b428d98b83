package io.jari.provider.fault;

import java.util.concurrent.ThreadLocalRandom;

/** What shall go wrong for one shop, each with its probability from 0 to 1. */
public record Faults(
        Lag delay,
        double unauthorized,
        double timeoutAfterCapture,
        double error,
        double errorAfter,
        double callbackLost,
        double callbackDuplicate,
        Lag callbackLate,
        double callbackReordered,
        double callbackContradicting,
        double callbackWrongSignature,
        double refundRefused) {

    public static final Faults NONE = new Faults(Lag.NONE, 0, 0, 0, 0, 0, 0, Lag.NONE, 0, 0, 0, 0);

    /** Whether a fault of this probability happens now. */
    public static boolean happens(double p) {
        return p > 0 && ThreadLocalRandom.current().nextDouble() < p;
    }

    /** How long to wait this time, in milliseconds. */
    public static int millisOf(Lag lag) {
        return happens(lag.p()) ? lag.millis() : 0;
    }
}
