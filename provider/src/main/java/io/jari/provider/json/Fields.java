package io.jari.provider.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The fields of a JSON object, each asked for by name; {@link #noOthers} refuses what nobody asked for. */
public final class Fields {
    private final JsonNode object;
    private final String prefix;
    private final TreeSet<String> asked = new TreeSet<>();

    private Fields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    public static Fields of(byte[] body) {
        return of(Json.tree(body), "");
    }

    public static List<Fields> listOf(byte[] body) {
        var tree = Json.tree(body);
        if (!tree.isArray()) {
            throw new BadInput("A JSON list is needed");
        }
        var all = new ArrayList<Fields>();
        for (var element : tree) {
            all.add(of(element, ""));
        }
        return all;
    }

    private static Fields of(JsonNode tree, String prefix) {
        if (!tree.isObject()) {
            throw new BadInput(prefix.isEmpty() ? "A JSON object is needed" : prefix + " must be an object");
        }
        return new Fields(tree, prefix.isEmpty() ? "" : prefix + ".");
    }

    public String text(String name, int most) {
        return optionalText(name, most).orElseThrow(() -> new BadInput(prefix + name + " is missing"));
    }

    public Optional<String> optionalText(String name, int most) {
        return value(name).map(node -> Texts.checked(prefix + name, textOf(name, node), most));
    }

    public long number(String name, long least, long most) {
        var node = value(name).orElseThrow(() -> new BadInput(prefix + name + " is missing"));
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw new BadInput("%s%s must be a whole number from %d to %d".formatted(prefix, name, least, most));
        }
        return node.longValue();
    }

    public long number(String name, long least, long most, long otherwise) {
        return value(name).isEmpty() ? otherwise : number(name, least, most);
    }

    /** From 0 to 1; 0 where it is missing. */
    public double chance(String name) {
        var node = value(name);
        if (node.isEmpty()) {
            return 0;
        }
        var chance = node.get().isNumber() ? node.get().doubleValue() : Double.NaN;
        if (!(chance >= 0 && chance <= 1)) {
            throw new BadInput(prefix + name + " must be a number from 0 to 1");
        }
        return chance;
    }

    public <E extends Enum<E>> E oneOf(String name, Class<E> type, Optional<E> otherwise) {
        var text = optionalText(name, 40);
        if (text.isEmpty()) {
            return otherwise.orElseThrow(() -> new BadInput(prefix + name + " is missing"));
        }
        var words = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            var word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(text.get())) {
                return constant;
            }
            words.add(word);
        }
        throw new BadInput(prefix + name + " must be one of " + String.join(", ", words));
    }

    /** The object at this name; none where it is missing. */
    public Optional<Fields> nested(String name) {
        return value(name).map(node -> of(node, prefix + name));
    }

    public void noOthers() {
        for (var name : object.properties()) {
            if (!asked.contains(name.getKey())) {
                throw new BadInput("There is no field %s%s. There are: %s"
                        .formatted(prefix, Texts.shown(name.getKey()), String.join(", ", asked)));
            }
        }
    }

    private Optional<JsonNode> value(String name) {
        asked.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
    }

    private String textOf(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw new BadInput(prefix + name + " must be text");
        }
        return node.textValue();
    }
}
