package io.jari.mail;

import io.jari.account.Addressee;

/**
 * Whom a letter is for. Personal data.
 *
 * @param w in the recipient's language
 */
record Recipient(String email, String name, Wording w) {

    static Recipient of(Addressee addressee) {
        return new Recipient(addressee.email(), addressee.name(), Wording.in(addressee.language()));
    }

    LetterText.Draft draft(String subject) {
        return new LetterText.Draft(w, name, subject);
    }

    // Records print their fields, and this one must not reach a log.
    @Override
    public String toString() {
        return "Recipient";
    }
}
