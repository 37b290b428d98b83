package io.jari.core.room;

/**
 * A physical room.
 *
 * @param id its number within the hotel
 * @param clean whether a guest can walk in now
 */
public record Room(int id, boolean clean) {}
