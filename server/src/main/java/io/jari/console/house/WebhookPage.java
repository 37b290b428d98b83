package io.jari.console.house;

import io.jari.console.Console;
import io.jari.webhook.WebhookBodies.WebhookBody;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One program that is told, and what it was told.
 *
 * @param etag of what is shown, for changing it
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record WebhookPage(
        Console console,
        WebhookBody webhook,
        String etag,
        String place,
        String state,
        List<WebhooksPage.Type> types,
        List<Place> places,
        String shown,
        List<Row> rows,
        @Nullable String next)
        implements TemplateInstance {

    /** An event on its way. */
    record Row(
            long number,
            String type,
            String says,
            String subject,
            String state,
            String said,
            int tries,
            String answer,
            String at) {}
}
