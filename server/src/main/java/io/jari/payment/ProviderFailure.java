package io.jari.payment;

/** A provider could not be asked, or its answer was lost: whether it did what was asked is not known, unless it refused. */
public final class ProviderFailure extends Exception {
    private final boolean refused;

    private ProviderFailure(String message, boolean refused, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** It may have happened. */
    public static ProviderFailure unknown(String message, Throwable cause) {
        return new ProviderFailure(message, false, cause);
    }

    /** This call certainly did nothing, and asking again is no use. Of earlier calls it says nothing. */
    public static ProviderFailure refused(String message) {
        return new ProviderFailure(message, true, new IllegalArgumentException(message));
    }

    /** The same, of something that an earlier call may have done. */
    ProviderFailure asUnknown() {
        return refused ? new ProviderFailure(String.valueOf(getMessage()), false, this) : this;
    }

    public boolean isRefused() {
        return refused;
    }
}
