package io.jari.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a mail server is told, as it is told: nothing that ends a line, quotes or asks for a route, and a domain of letters.
 *
 * @param text in ASCII
 */
record MailAddress(String text) {
    private static final int MOST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int MOST_LOCAL = 64;

    /** Nothing where it is none, or one that can't exist: RFC 2606 keeps .invalid for that, and made-up people have it. */
    static Optional<MailAddress> of(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1
                || at > MOST_LOCAL
                || text.length() > MOST
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return DOMAIN.matcher(domain).matches() && !domain.endsWith(".invalid")
                    ? Optional.of(new MailAddress(text.substring(0, at + 1) + domain))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }
}
