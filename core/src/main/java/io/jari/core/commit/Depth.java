package io.jari.core.commit;

/**
 * How much is accepted and not yet answered.
 *
 * @param commands waiting or in a transaction
 * @param bytes of those commands, as stated at submission
 * @param partitions that have such commands
 */
public record Depth(long commands, long bytes, long partitions) {}
