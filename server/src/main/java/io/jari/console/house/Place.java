package io.jari.console.house;

/**
 * A hotel, a concert, or all there is, to be chosen.
 *
 * @param value as the API knows it: all, hotel-12, concert-7
 */
public record Place(String value, String name) {}
