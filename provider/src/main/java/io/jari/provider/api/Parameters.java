package io.jari.provider.api;

import io.jari.provider.http.Incoming;
import io.jari.provider.json.BadInput;
import io.jari.provider.json.Texts;
import java.util.Optional;
import java.util.Set;

/** The parameters of a query; unknown ones are refused like unknown fields. */
record Parameters(Incoming in) {

    static Parameters of(Incoming in, Set<String> known) {
        for (var name : in.query().keySet()) {
            if (!known.contains(name)) {
                throw new BadInput("There is no parameter " + Texts.shown(name) + " here");
            }
        }
        return new Parameters(in);
    }

    Optional<String> text(String name, int most) {
        return Optional.ofNullable(in.query().get(name)).map(text -> Texts.checked(name, text, most));
    }

    long number(String name, long least, long most, long otherwise) {
        var text = in.query().get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadInput(name + " must be a whole number");
        }
        throw new BadInput("%s must be from %d to %d".formatted(name, least, most));
    }
}
