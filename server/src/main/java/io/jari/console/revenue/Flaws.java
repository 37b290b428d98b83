package io.jari.console.revenue;

import io.jari.http.Problem;
import io.jari.page.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, by field. */
public record Flaws(Map<String, String> byField) {
    static final Flaws NONE = new Flaws(Map.of());

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public String of(String field) {
        return byField.getOrDefault(field, "");
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    /**
     * Of what the API would refuse: a field is named by the first part of its pointer, and its words are those of {@code prefix} and that
     * name. Throws the problem again where no field of the form is to blame.
     */
    static Flaws of(Texts t, String prefix, Problem problem) {
        var flaws = new HashMap<String, String>();
        if (problem.members().get("errors") instanceof List<?> errors) {
            for (var error : errors) {
                if (error instanceof Problem.Flaw(var pointer, var detail)) {
                    var field = pointer.replaceFirst("^/", "").replaceFirst("/.*", "");
                    flaws.put(field, t.has(prefix + field) ? t.say(prefix + field) : detail);
                }
            }
        }
        if (flaws.isEmpty()) {
            throw problem;
        }
        return new Flaws(flaws);
    }
}
