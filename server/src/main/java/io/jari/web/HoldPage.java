package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats set aside, and what became of them.
 *
 * @param pay how they can be paid; null when they cannot or need not
 * @param money what was paid and what went back, in lines
 * @param notice what happened just before
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record HoldPage(
        Frame frame,
        HoldView hold,
        @Nullable PayView pay,
        List<String> money,
        @Nullable String notice) implements TemplateInstance {

    /**
     * A hold in words.
     *
     * @param state its code, for its colour
     * @param left for how long it is set aside; null when it is not
     * @param more whether more time can be had
     * @param held whether it can be given back without asking
     * @param release where tickets are given back; null when that is over
     * @param refunds until when, or that there are none; empty once it has ended
     * @param tickets where they are; null while there are none
     * @param again where to choose other seats; null while these are one's own, and where there are none any more
     */
    public record HoldView(
            String id,
            String link,
            String title,
            String dateLink,
            String hall,
            String when,
            String state,
            String status,
            String explanation,
            List<SeatRow> seats,
            String total,
            @Nullable TimeLeft left,
            boolean more,
            boolean held,
            @Nullable String release,
            String refunds,
            @Nullable String tickets,
            @Nullable String again) {}

    /** A seat, in a line; with the category what it is besides, for those who need or mind it. */
    public record SeatRow(String name, String category, String price) {}

    /**
     * For how long it is still set aside.
     *
     * @param seconds as the server's clock has it: a browser's may be wrong
     * @param words with a place for it
     */
    public record TimeLeft(long seconds, String words) {}
}
