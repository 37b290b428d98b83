package io.jari.provider.books;

/** All that is ever kept of a card. */
public record Card(String brand, String last4) {}
