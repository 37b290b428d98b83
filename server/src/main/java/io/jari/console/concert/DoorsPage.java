package io.jari.console.concert;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The doors of a date: how many are in, the list on paper, and who may stand there. */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DoorsPage(
        Console console,
        String when,
        String in,
        int sold,
        int admitted,
        List<Gate> gates,
        String scan,
        String list,
        boolean organiser,
        String datesLink,
        String api,
        String zone,
        List<Link> links)
        implements TemplateInstance {

    record Gate(String name, String admitted) {}

    /** @param state of its words: good, revoked, ended */
    record Link(String id, String gate, String made, String until, String state, boolean good) {}
}
