package io.jari.console.house;

import io.jari.console.Console;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that needs a person.
 *
 * @param at whose refunds: a hotel's, a concert's; empty: all
 * @param status which of them; empty: those for a person
 * @param all whether whoever looks sees to the whole house: the differences are theirs too
 */
@CheckedTemplate(basePath = "console/house", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RefundsPage(
        Console console,
        String at,
        String status,
        boolean flaw,
        List<Place> places,
        List<Row> rows,
        @Nullable String next,
        boolean all,
        boolean needed,
        List<Gap> gaps,
        @Nullable String nextGaps)
        implements TemplateInstance {

    /**
     * A refund.
     *
     * @param address of it in the API
     * @param retried whether there is a provider to be asked once more
     * @param settled whether a person can hand the money out
     */
    record Row(
            String payment,
            String address,
            String place,
            String amount,
            String why,
            String by,
            String said,
            String note,
            String since,
            boolean retried,
            boolean settled) {}

    /** Where a provider's log and our payments differ. */
    record Gap(
            String id,
            String what,
            String payment,
            String provider,
            String reference,
            String ours,
            String theirs,
            String since,
            String state,
            String said,
            String ended,
            boolean open) {}
}
