package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works here.
 *
 * @param invites whether whoever looks may invite others
 * @param origin where others reach the pages for staff: before a link that is handed over
 * @param all whether whoever looks sees all of them: an administrator
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record PeoplePage(
        Console console,
        String origin,
        boolean all,
        boolean invites,
        List<Row> rows,
        @Nullable String next,
        List<Invitation> invitations,
        List<GrantWords.Choice> roles,
        List<Place> places)
        implements TemplateInstance {

    /** A colleague. */
    record Row(String id, String name, String email, List<GrantWords.Held> rights, boolean closed, boolean invited) {}

    /** Somebody who has not come yet. */
    record Invitation(String id, String name, String email, List<GrantWords.Held> rights, String by, String at) {}
}
