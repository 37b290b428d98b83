package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One's own name, password, sessions and data.
 *
 * @param others whether there is more than this session
 * @param factor whether a second factor can be set on this listener
 * @param flaws by field, what is wrong with it
 * @param done what happened just before
 * @param notice why nothing was saved
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record AccountPage(
        Frame frame,
        String email,
        ProfileForm profile,
        List<Row> sessions,
        boolean others,
        boolean factor,
        Map<String, String> flaws,
        @Nullable String done,
        @Nullable String notice)
        implements TemplateInstance {

    /** @param version of the account that was read, or null where the form brought none */
    public record ProfileForm(
            String name,
            String phone,
            String language,
            @Nullable String version) {}

    /** Where one is signed in. */
    public record Row(String id, String device, String since, String seen, boolean current) {}
}
