package io.jari.queue;

import io.jari.core.queue.Joiner;
import java.time.Instant;

/** What became of a {@link Command}. */
public sealed interface Answer {

    /** A place in the line; {@code known} when it was there before, perhaps as the device's. */
    record Place(long ticket, Joiner joiner, boolean known) implements Answer {}

    /** Inside; {@code renewed} when this was so before. */
    record Inside(long ticket, Instant enteredAt, Instant expiresAt, Instant leaveBy, boolean renewed)
            implements Answer {}

    /** The place is somebody else's. */
    record Foreign() implements Answer {}

    record NotAdmitted() implements Answer {}

    /** Did not come in time. */
    record Forfeited() implements Answer {}

    /** Was inside, and is no more. */
    record PassEnded(EndReason reason) implements Answer {}

    /** The account came in with another place. */
    record SecondPlace() implements Answer {}

    /** Most are inside: the place is kept, and its time does not run. */
    record Full() implements Answer {}

    /** More than a draw can take. */
    record LineFull() implements Answer {}

    record SoldOut() implements Answer {}

    /** Whoever wants to come may come: there is no queue. */
    record NoQueue() implements Answer {}

    /** Done, or nothing to do. */
    record Done() implements Answer {}

    /** What a step did. */
    record Stepped(int admitted, int ended, boolean soldOut) implements Answer {}
}
