package io.jari.web;

import io.jari.page.Texts;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;

/** What is wrong with what was typed, by the rules of the API, in the words of pages. */
final class Flaws {
    private Flaws() {}

    /** By field; none where all is well. */
    static Map<String, String> of(Validator validator, Texts t, Object body) {
        var flaws = new HashMap<String, String>();
        for (var violation : validator.validate(body)) {
            var field = violation.getPropertyPath().toString();
            flaws.put(field, t.say("flaw." + field));
        }
        return flaws;
    }
}
