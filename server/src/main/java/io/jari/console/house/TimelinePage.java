package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Was somebody charged twice? What happened here beside the provider's log. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record TimelinePage(
        Console console,
        String asked,
        boolean flaw,
        @Nullable Answer answer) implements TemplateInstance {

    /** The sentence, what to know about it, and each payment. */
    public record Answer(String verdict, List<String> notes, List<Story> stories) {}

    /** One payment. */
    public record Story(String title, String verdict, String zone, List<Row> rows) {}

    /** Something that happened: on one of the two sides. */
    public record Row(String at, String here, String there) {}
}
