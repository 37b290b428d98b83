package io.jari.load;

/**
 * A room type to be.
 *
 * @param base minor units of the hotel's currency a night, as min and max
 * @param rooms how many of it the hotel has
 */
record RoomTypePlan(
        String code, Words name, Words text, int maxGuests, int rank, long base, long min, long max, int rooms) {}
