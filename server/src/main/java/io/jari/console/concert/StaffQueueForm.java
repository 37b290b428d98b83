package io.jari.console.concert;

import io.jari.console.concert.StaffQueuePage.Fields;
import io.jari.page.Form;
import io.jari.page.Texts;
import io.jari.queue.QueueRow;
import io.jari.queue.QueueSettings;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a waiting room, as a form has them.
 *
 * @param settings null: they are flawed
 */
record StaffQueueForm(Fields fields, @Nullable QueueSettings settings) {
    private static final Instant NEVER = Instant.EPOCH;

    /** As they are; what is offered where nothing is. */
    static Fields of(@Nullable QueueRow queue, ZoneId zone, Instant now) {
        if (queue == null) {
            return new Fields("", "first-come", local(now, zone), "2000", "300", "90", "60", "", Map.of());
        }
        var settings = QueueSettings.of(queue);
        var source = settings.publicSource();
        return new Fields(
                Integer.toString(queue.settingsVersion()),
                settings.mode(),
                local(settings.opensAt(), zone),
                Integer.toString(settings.mostInside()),
                Integer.toString(settings.admissionsPerSecond()),
                Integer.toString(settings.passSeconds()),
                Integer.toString(settings.entrySeconds()),
                source == null ? "" : source,
                Map.of());
    }

    private static String local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** As they were sent; each flaw is at its field. */
    static StaffQueueForm read(Texts t, Form form, ZoneId zone, Validator validator) {
        var settings = new QueueSettings(
                form.text("mode"),
                moment(form.text("opensAt"), zone),
                number(form, "mostInside"),
                number(form, "admissionsPerSecond"),
                number(form, "passSeconds"),
                number(form, "entrySeconds"),
                form.maybe("publicSource"));
        var flaws = new HashMap<String, String>();
        for (var violation : validator.validate(settings)) {
            flaw(t, flaws, violation.getPropertyPath().toString());
        }
        if (!QueueSettings.opensPossibly(settings.opensAt())) {
            flaw(t, flaws, "opensAt");
        }
        if (settings.publicSource() != null && !settings.mode().equals("drawn")) {
            flaw(t, flaws, "publicSource");
        }
        return new StaffQueueForm(typed(form, flaws), flaws.isEmpty() ? settings : null);
    }

    private static void flaw(Texts t, Map<String, String> flaws, String field) {
        flaws.put(field, t.say("room.flaw." + field));
    }

    /** What was typed, with these flaws. */
    static Fields typed(Form form, Map<String, String> flaws) {
        return new Fields(
                form.text("version"),
                form.text("mode"),
                form.text("opensAt"),
                form.text("mostInside"),
                form.text("admissionsPerSecond"),
                form.text("passSeconds"),
                form.text("entrySeconds"),
                form.text("publicSource"),
                flaws);
    }

    private static Instant moment(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            return NEVER;
        }
    }

    private static int number(Form form, String name) {
        var number = form.number(name);
        return number == null ? -1 : number;
    }
}
