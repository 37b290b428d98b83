package io.jari.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, in one language: from it both its plain text and its HTML are made.
 *
 * @param words one paragraph each
 * @param passes tickets, each with its code
 * @param action where to go on; null: nowhere
 * @param notes small paragraphs at the end
 * @param from whose letter it is
 */
record LetterText(
        String language,
        String subject,
        String greeting,
        List<String> words,
        List<Fact> facts,
        List<Pass> passes,
        @Nullable Action action,
        List<String> notes,
        String from) {

    private static final Pattern LINK = Pattern.compile("[/@]|\\.\\p{L}{2}");

    /** Something to look up. */
    record Fact(String name, String value) {}

    /** A button, or an address in plain text. */
    record Action(String label, String url) {}

    /**
     * A ticket.
     *
     * @param picture the content id of its QR code
     */
    record Pass(String seat, String about, String url, String picture, String alt) {}

    /** Puts a letter together. */
    static final class Draft {
        private final Wording w;
        private final String subject;
        private final String greeting;
        private final List<String> words = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private final List<Pass> passes = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private @Nullable Action action;

        Draft(Wording w, String name, String subject) {
            this.w = w;
            this.subject = subject;
            this.greeting = isHarmless(name) ? w.say("greeting", name) : w.say("greeting.nameless");
        }

        /** Anybody may sign up with somebody else's address, and a name that is an advertisement with a link. */
        private static boolean isHarmless(String name) {
            return !name.isBlank() && !LINK.matcher(name).find();
        }

        Draft words(String text) {
            words.add(text);
            return this;
        }

        /** Nothing where there is nothing to be said. */
        Draft fact(String key, String value) {
            if (!value.isBlank()) {
                facts.add(new Fact(w.say(key), value));
            }
            return this;
        }

        Draft pass(Pass pass) {
            passes.add(pass);
            return this;
        }

        Draft action(String key, String url) {
            action = new Action(w.say(key), url);
            return this;
        }

        Draft note(String text) {
            notes.add(text);
            return this;
        }

        LetterText done(String site) {
            return new LetterText(
                    w.language(),
                    subject,
                    greeting,
                    List.copyOf(words),
                    List.copyOf(facts),
                    List.copyOf(passes),
                    action,
                    List.copyOf(notes),
                    w.say("from", site));
        }
    }
}
