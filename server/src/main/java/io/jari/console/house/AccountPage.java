package io.jari.console.house;

import io.jari.account.Account;
import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * One's own account.
 *
 * @param etag of the account, for changing it
 * @param others whether there is more than this session
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record AccountPage(
        Console console, Account account, String etag, List<GrantWords.Held> rights, List<Row> sessions, boolean others)
        implements TemplateInstance {

    /** Where one is signed in. */
    record Row(String id, String device, String since, String seen, String where, boolean current) {}
}
