package io.jari.account;

/** What became of somebody's wish to sign in. */
sealed interface SignInAnswer {

    /**
     * A session.
     *
     * @param enrolling all it may do is to enrol a second factor
     */
    record In(SignedIn signedIn, boolean enrolling) implements SignInAnswer {}

    /** No account has this address and password. */
    record Wrong() implements SignInAnswer {}

    /** They are right, and a code is missing. */
    record CodeNeeded() implements SignInAnswer {}

    /** They are right, and the code is not. */
    record WrongCode() implements SignInAnswer {}

    /** Nothing was compared: too many were wrong before. */
    record Wait(long millis) implements SignInAnswer {}
}
