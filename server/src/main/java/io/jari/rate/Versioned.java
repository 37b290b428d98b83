package io.jari.rate;

/** Something staff edit, with the version that If-Match must name. */
public record Versioned<T>(T value, int version) {}
