package io.jari.core.room;

/** What {@link RoomAssignment#assign} finds. */
public sealed interface Assignment {

    /**
     * A room for the whole stay.
     *
     * @param room the room; when it is not clean, no clean one would do as well
     * @param withoutRoom how many awaited stays would then have no room for all their nights, as far as was found: 0 when
     *     everybody can be housed, and more where the nights are oversold
     */
    record Assigned(Room room, int withoutRoom) implements Assignment {}

    /**
     * No room is free for the whole stay.
     *
     * @param byMoving whether every night has some free room, so that a guest willing to move could stay
     */
    record NoRoom(boolean byMoving) implements Assignment {}
}
