package io.jari.console.concert;

import io.jari.concert.ConcertDetails;
import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What guests read of a concert, and how new dates of it are sold.
 *
 * @param saleOpensAt by the clock of the hall
 * @param etag of what is shown
 * @param zones it may be in
 * @param removes whether this person may delete it
 */
@CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AboutPage(
        Console console,
        String api,
        String guests,
        String etag,
        ConcertDetails about,
        String pictures,
        String saleOpensAt,
        List<String> zones,
        boolean removes)
        implements TemplateInstance {}
