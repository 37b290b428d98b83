package io.jari.web;

import io.jari.page.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The waiting room before a date's seats.
 *
 * @param place null: one has none yet
 * @param draw null where none is drawn
 * @param inside for how long one is inside already; null: one is not
 * @param notice what happened just before
 * @param byItself whether a browser comes in as soon as it may
 * @param sale of a demo, where this is its date
 */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record QueuePage(
        Frame frame,
        RoomView room,
        @Nullable PlaceView place,
        @Nullable DrawView draw,
        @Nullable String inside,
        @Nullable String notice,
        boolean byItself,
        @Nullable DemoSaleView sale)
        implements TemplateInstance {

    /**
     * Of which date, and how it works.
     *
     * @param line whether there is one at all
     * @param toOpen milliseconds by the server's clock; 0 when it has opened
     */
    public record RoomView(
            String link,
            String seatsLink,
            String concertLink,
            String title,
            String hall,
            String when,
            boolean line,
            boolean soldOut,
            boolean drawn,
            String opens,
            long toOpen,
            String entry) {}

    /**
     * A place in words and numbers. A number that is not known is -1.
     *
     * @param state as the API says it
     * @param ask milliseconds
     * @param refresh the same in seconds, for browsers without scripts
     * @param enter milliseconds to come in
     */
    public record PlaceView(
            String token,
            long ticket,
            String state,
            long ahead,
            String aheadWords,
            String expected,
            String seats,
            long ask,
            long refresh,
            long enter,
            String enterWords) {

        public boolean is(String other) {
            return state.equals(other);
        }

        /** Whether there is something to count. */
        public boolean counts() {
            return ahead >= 0 && (is("waiting") || is("paused") || is("not-open"));
        }
    }

    /**
     * What is told of a draw.
     *
     * @param remains what whoever runs it could do all the same
     * @param source empty: none
     * @param count of those who took part; null: the list is not frozen
     * @param rank one's own; null: not known yet, or one took no part
     * @param command checks it; null while there is nothing to check
     */
    public record DrawView(
            String seedHash,
            String source,
            String remains,
            @Nullable String count,
            String leaf,
            @Nullable String rank,
            String data,
            @Nullable String command) {}
}
