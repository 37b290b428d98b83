package io.jari.provider.books;

/** A line in a shop's log of money: a capture, or a refund with the refund's id and reference. */
public record Movement(
        long line, String kind, String id, String checkout, String reference, long amount, String currency, long at) {}
