package io.jari.console;

import io.jari.page.Frame;
import io.quarkus.qute.RawString;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What stands around every page of staff, in the template {@code console/layout}.
 *
 * @param here the hotel or concert that the page is about; empty: the whole house
 */
public record Console(Frame frame, String here, List<Group> groups) {

    /** Pages that belong together. */
    public record Group(String title, List<Item> items) {}

    /** A page of the menu. */
    public record Item(String words, String link, boolean current) {}

    private static final List<String> FOR_SCRIPTS = List.of("curl", "copied", "done", "yes", "no", "offline", "stale");

    /** What the module {@code console.js} says, as JSON. */
    public RawString words() {
        var words = new JsonObject();
        FOR_SCRIPTS.forEach(key -> words.put(key, frame.t().say("console." + key)));
        // No text of ours, and none of anybody else's, ends the element it stands in.
        return new RawString(words.encode().replace("<", "\\u003c"));
    }

    /** The title of the page, with where it is. */
    public String title() {
        return here.isEmpty() ? frame.title() : frame.title() + ", " + here;
    }
}
