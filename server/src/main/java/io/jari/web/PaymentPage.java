package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a payment stands. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record PaymentPage(Frame frame, PaymentView payment) implements TemplateInstance {

    /**
     * A payment in words.
     *
     * @param version what is known of it, for those who wait for more
     * @param stage processing, paid, unpaid or gone
     * @param what is paid for
     * @param lines what was paid and what went back
     * @param hosted where the guest pays, if that is still to be done
     * @param retry where to try again; null when that is no use
     * @param back to what is paid for
     */
    public record PaymentView(
            String id,
            long version,
            String stage,
            String title,
            String what,
            String amount,
            String words,
            List<String> lines,
            @Nullable String hosted,
            @Nullable String retry,
            String back,
            String backLabel) {

        public boolean processing() {
            return stage.equals("processing");
        }
    }
}
