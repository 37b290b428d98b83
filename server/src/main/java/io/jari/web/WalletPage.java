package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own money: what there is, putting more in, and what came and went.
 *
 * @param next the address of what came before
 * @param notice what happened just before
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record WalletPage(
        Frame frame,
        List<String> balances,
        ChargeForm form,
        List<Row> history,
        @Nullable String next,
        @Nullable String notice)
        implements TemplateInstance {

    /**
     * A form that charges once, however often it is sent.
     *
     * @param key the once-only key
     * @param example an amount with as many decimals as the currency has
     */
    public record ChargeForm(
            String currency,
            String amount,
            String key,
            String example,
            boolean decimals,
            List<Other> others,
            @Nullable String flaw) {}

    /** The same form in another currency. */
    public record Other(String currency, String link) {}

    /**
     * A posting in words.
     *
     * @param link to what it was for; null where there is no page of it
     * @param sign {@code in} or {@code out}
     */
    public record Row(String what, @Nullable String link, String when, String amount, String balance, String sign) {}
}
