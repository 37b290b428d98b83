package io.jari.core.wallet;

/** What {@link Ledger} says to a transfer. */
public sealed interface Decision {

    /** What a transfer's id is known by: the same again gets this again. */
    sealed interface Kept extends Decision {}

    /**
     * The money has moved.
     *
     * @param balanceAfter of the wallet in the transfer's currency, when it moved
     * @param repeated whether it had moved before: this is the first answer again
     */
    record Posted(Transfer transfer, long balanceAfter, boolean repeated) implements Kept {}

    /**
     * The wallet holds less than would leave it; both in minor units.
     *
     * @param repeated whether this is the first answer again, whatever the wallet holds now
     */
    record Insufficient(long balance, long needed, boolean repeated) implements Kept {}

    /** The wallet would hold more than {@code most}; in minor units. */
    record OverLimit(long balance, long most) implements Decision {}

    /** Another transfer has this id. */
    record IdReused() implements Decision {}
}
