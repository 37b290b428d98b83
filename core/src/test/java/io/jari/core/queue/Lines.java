package io.jari.core.queue;

import io.jari.core.queue.AdmissionSteps.Step;
import java.util.ArrayList;
import java.util.List;

/** Lines for tests: 500 a second, a minute to come in. */
final class Lines {
    static final long OPENING = 1_000_000_000;
    static final int RATE = 500;

    private Lines() {}

    static LineState firstCome(long tickets, long admitted, List<Step> steps, long nowMillis) {
        return line(LineState.Mode.FIRST_COME, false, false, tickets, admitted, steps, nowMillis);
    }

    static LineState line(
            LineState.Mode mode,
            boolean paused,
            boolean drawn,
            long tickets,
            long admitted,
            List<Step> steps,
            long nowMillis) {
        return new LineState(
                mode,
                OPENING,
                RATE,
                60,
                paused,
                tickets,
                admitted,
                false,
                drawn,
                AdmissionSteps.none().with(steps, nowMillis),
                LineState.STANDS);
    }

    static LineState soldOut(LineState line) {
        return new LineState(
                line.mode(),
                line.opensAtMillis(),
                line.admissionsPerSecond(),
                line.entrySeconds(),
                line.paused(),
                line.tickets(),
                line.admitted(),
                true,
                line.drawn(),
                line.steps(),
                LineState.STANDS);
    }

    static Step step(long first, long last, long atMillis) {
        return new Step(first, last, atMillis, atMillis + 60_000, false);
    }

    /** One each second from the opening on, of so many people. */
    static List<Step> everySecond(int seconds, int people) {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < seconds; i++) {
            steps.add(step((long) i * people + 1, (long) (i + 1) * people, OPENING + i * 1_000L));
        }
        return steps;
    }

    /** As it is after it was seen at the opening, or at a later moment, and again now. */
    static LineState movingSince(LineState line, long sinceMillis, long nowMillis) {
        return line.after(line.after(LineState.OFF, sinceMillis), nowMillis);
    }
}
