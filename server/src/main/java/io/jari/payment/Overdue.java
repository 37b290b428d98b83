package io.jari.payment;

/**
 * An attempt or refund that has not ended in its time.
 *
 * @param reference what its provider calls it
 * @param providerGone it cannot end: the providers' file does not name its provider any more
 * @param standing how it stands here, in words
 */
public record Overdue(String provider, PaymentKey key, String reference, boolean providerGone, String standing) {}
