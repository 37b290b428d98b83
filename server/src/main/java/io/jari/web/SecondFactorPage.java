package io.jari.web;

import io.jari.account.Enrolling.Shown;
import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Staff at their second factor.
 *
 * @param shown what an app is to be told, while one is being enrolled
 * @param codes recovery codes, shown this once; may be none
 * @param state {@code none}, {@code enrolling} or {@code present}
 * @param left how many recovery codes are left, in words
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SecondFactorPage(
        Frame frame,
        String state,
        @Nullable Shown shown,
        List<String> codes,
        String left,
        @Nullable String notice) implements TemplateInstance {}
