package io.jari.web;

import io.jari.page.Texts;
import java.util.Locale;

/** Numbers of a waiting room as they are said; queue.js says them alike. */
final class QueueWords {
    private static final long MINUTE = 60;

    /** So many minutes are still said as minutes. */
    private static final long MOST_MINUTES = 90;

    private QueueWords() {}

    static String ahead(Texts t, long ahead) {
        return ahead < 0 ? "" : ahead == 0 ? t.say("queue.ahead.none") : t.count("queue.ahead", ahead);
    }

    /** @param millis below 0: nobody knows */
    static String wait(Texts t, long millis) {
        if (millis < 0) {
            return t.say("queue.wait.unknown");
        }
        var seconds = Math.ceilDiv(millis, 1_000L);
        if (seconds < MINUTE) {
            return t.say("queue.wait.soon");
        }
        var minutes = Math.ceilDiv(seconds, MINUTE);
        return minutes <= MOST_MINUTES
                ? t.count("queue.wait", minutes)
                : t.say("queue.wait.hours", minutes / MINUTE, minutes % MINUTE);
    }

    /** Hours, minutes and seconds. */
    static String left(long millis) {
        var seconds = Math.max(0, Math.ceilDiv(millis, 1_000L));
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
