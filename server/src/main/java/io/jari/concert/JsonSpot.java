package io.jari.concert;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.http.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a JSON document, and the flaws found so far in the whole of it. What is wrong gives a stand-in, so that reading goes on. */
final class JsonSpot {
    /** More are not told at once. */
    static final int MOST_FLAWS = 50;

    private final JsonNode node;
    private final @Nullable JsonSpot parent;
    private final String name;
    private final List<Problem.Flaw> flaws;

    private JsonSpot(JsonNode node, @Nullable JsonSpot parent, String name, List<Problem.Flaw> flaws) {
        this.node = node;
        this.parent = parent;
        this.name = name;
        this.flaws = flaws;
    }

    static JsonSpot root(JsonNode node) {
        return new JsonSpot(node, null, "", new ArrayList<>());
    }

    List<Problem.Flaw> flaws() {
        return flaws;
    }

    void flaw(String detail) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(new Problem.Flaw(pointer(), detail));
        }
    }

    private String pointer() {
        return parent == null
                ? ""
                : parent.pointer() + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    JsonSpot at(String field) {
        return new JsonSpot(node.path(field), this, field, flaws);
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isText() {
        return node.isTextual();
    }

    boolean isObject() {
        if (!node.isObject()) {
            flaw("must be an object");
        }
        return node.isObject();
    }

    /** The objects of a list; of one that is too long none. */
    List<JsonSpot> objects(int most) {
        if (!node.isArray()) {
            flaw("must be a list");
            return List.of();
        }
        if (node.size() > most) {
            flaw("may have at most %,d entries".formatted(most));
            return List.of();
        }
        var objects = new ArrayList<JsonSpot>(node.size());
        for (var i = 0; i < node.size(); i++) {
            var spot = new JsonSpot(node.path(i), this, Integer.toString(i), flaws);
            if (spot.isObject()) {
                objects.add(spot);
            }
        }
        return objects;
    }

    /** Text of so many characters, without control characters. */
    String text(int least, int most) {
        if (!node.isTextual()) {
            flaw("must be text");
            return "";
        }
        var text = node.textValue();
        if (text.length() < least || text.length() > most) {
            flaw("must have %d to %d characters".formatted(least, most));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            flaw("may hold no control characters");
        }
        return text;
    }

    /** A number between these. */
    double number(double least, double most) {
        var number = node.doubleValue();
        if (!node.isNumber()) {
            flaw("must be a number");
        } else if (!(number >= least && number <= most)) {
            flaw("must lie between %,.0f and %,.0f".formatted(least, most));
            return least;
        }
        return number;
    }

    /** The same; another where there is none. */
    double number(double least, double most, double other) {
        return exists() ? number(least, most) : other;
    }
}
