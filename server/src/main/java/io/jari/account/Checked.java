package io.jari.account;

/** What became of comparing a password or a code. */
sealed interface Checked {
    Right RIGHT = new Right();
    Wrong WRONG = new Wrong();

    /** It is right. */
    record Right() implements Checked {}

    /** It is wrong. */
    record Wrong() implements Checked {}

    /** It was not compared: too many were wrong before. */
    record Wait(long millis) implements Checked {}
}
