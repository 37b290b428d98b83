package io.jari.console.desk;

import io.jari.page.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a page's address asks for; what cannot be read counts as not said. */
final class Asked {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    private Asked() {}

    static @Nullable LocalDate date(Form form, String name) {
        try {
            var date = LocalDate.parse(form.text(name));
            return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
        } catch (DateTimeException _) {
            return null;
        }
    }

    static int number(Form form, String name, int usual, int most) {
        var number = form.number(name);
        return number == null || number < 1 || number > most ? usual : number;
    }

    /** An id of ours. */
    static @Nullable String id(Form form, String name) {
        var text = form.text(name);
        return text.matches("[1-9][0-9]{0,8}") ? text : null;
    }
}
