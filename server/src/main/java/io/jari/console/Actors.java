package io.jari.console;

import io.jari.account.Caller;
import io.jari.account.Colleagues;
import io.jari.page.Texts;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** Who did what a journal tells, as staff know them: colleagues and keys by their names, guests without. */
@Singleton
public class Actors {
    private final Colleagues colleagues;

    Actors(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /** For all that are on a page at once: one query. */
    public Names of(Texts t, Caller reader, Collection<String> actors) {
        return new Names(t, reader.actor(), colleagues.names(actors));
    }

    /** As it is said to this reader. */
    public record Names(Texts t, String reader, Map<String, String> colleagues) {
        public String say(String actor) {
            if (actor.equals(reader)) {
                return t.say("actor.you");
            }
            var key = "actor." + (actor.startsWith("account:") ? "account" : actor);
            return colleagues.getOrDefault(actor, t.has(key) ? t.say(key) : actor);
        }
    }
}
