package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * A door on a telephone.
 *
 * @param api where tickets are checked in
 * @param progress where it is asked how many are in
 * @param link the token of who has no account; null: of staff, who say at which gate they stand
 * @param back where staff came from
 * @param words what the module says, as JSON
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record DoorPage(
        Frame frame,
        String title,
        String hall,
        String when,
        String gate,
        String count,
        String zone,
        String api,
        String progress,
        @Nullable String link,
        @Nullable String back,
        RawString words)
        implements TemplateInstance {}
