package io.jari.mail;

import io.jari.db.StartRefused;
import java.util.regex.Pattern;

/**
 * Whose letters they are.
 *
 * @param name may be empty
 */
record Sender(String name, MailAddress address) {
    private static final Pattern NAMED = Pattern.compile("\"?([^\"<>\\p{Cntrl}]*?)\"?\\s*<([^<>]+)>");

    /** @throws StartRefused where it is neither an address nor a name with one */
    static Sender parse(String text) {
        var named = NAMED.matcher(text.strip());
        var address = named.matches() ? named.group(2) : text.strip();
        return MailAddress.of(address)
                .map(known -> new Sender(named.matches() ? named.group(1).strip() : "", known))
                .orElseThrow(
                        () -> new StartRefused(
                                "JARI_MAIL_FROM must be an address such as noreply@jari.example, or Jari <noreply@jari.example>"));
    }
}
