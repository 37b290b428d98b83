package io.jari.queue;

import io.jari.http.Problem;

/** Every no of the gate, with the way in. */
public final class PassProblems {
    private static final String THE_WAY_IN =
            "POST /v1/queue gives a place in the line, POST /v1/queue/entries a pass once it is admitted.";

    private PassProblems() {}

    public static Problem.Draft of(PassGate.Why why) {
        return switch (why) {
            case NEEDED ->
                Problem.of(403, "pass-needed", "A pass is needed")
                        .detail("This date has a waiting room. " + THE_WAY_IN + " Send it in the header "
                                + PassGate.HEADER + ".");
            case INVALID ->
                Problem.of(403, "pass-invalid", "No pass")
                        .detail("This is no pass of ours, it was changed, or its key is not accepted any more. "
                                + "POST /v1/queue finds a place again, POST /v1/queue/entries gives a new pass.");
            case FOREIGN ->
                Problem.of(403, "pass-foreign", "Another's pass")
                        .detail("The pass is another account's, or of another date. " + THE_WAY_IN);
            case EXPIRED ->
                Problem.of(403, "pass-expired", "The pass has expired")
                        .detail("POST /v1/queue/entries renews it, as long as its place is inside.");
        };
    }
}
