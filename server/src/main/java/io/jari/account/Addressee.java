package io.jari.account;

/**
 * Where letters to an account go. Personal data: for the letter alone, never for a log.
 *
 * @param language ko or en
 */
public record Addressee(String email, String name, String language) {

    // Records print their fields, and this one must not reach a log.
    @Override
    public String toString() {
        return "Addressee";
    }
}
