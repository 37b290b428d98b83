package io.jari.web;

import io.jari.booking.BookingBodies.GuestBody;
import io.jari.page.Form;
import io.jari.page.Texts;
import jakarta.validation.Validator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who comes, as typed.
 *
 * @param flaws by field, what is wrong with it
 */
public record GuestForm(
        String name, String phone, String email, String partySize, String note, Map<String, String> flaws) {

    static GuestForm fresh(String name, int guests) {
        return new GuestForm(name, "", "", Integer.toString(guests), "", Map.of());
    }

    static GuestForm of(Form form) {
        return new GuestForm(
                form.text("name").replace('\n', ' '),
                form.text("phone"),
                form.text("email"),
                form.text("partySize"),
                form.text("note"),
                Map.of());
    }

    /** By the rules of the API. */
    GuestForm checked(Validator validator, Texts t) {
        return with(Flaws.of(validator, t, body()));
    }

    GuestForm with(Map<String, String> found) {
        return new GuestForm(name, phone, email, partySize, note, found);
    }

    @SuppressWarnings("NullAway") // an empty party is found by the check
    GuestBody body() {
        return new GuestBody(
                name,
                maybe(phone),
                maybe(email),
                partySize.matches("[0-9]{1,6}") ? Integer.valueOf(partySize) : null,
                maybe(note));
    }

    public @Nullable String flaw(String field) {
        return flaws.get(field);
    }

    private static @Nullable String maybe(String text) {
        return text.isEmpty() ? null : text;
    }
}
