package io.jari.bench.reads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of both servers, and what each is to answer.
 *
 * @param headers one set for each of the people who take turns, names and values in turn
 * @param status of the answer
 * @param body of the answer, by Jari's own first one
 * @param type of the body
 * @param sameBytes false where numbers in it differ from answer to answer, as clocks and places do
 */
record Question(
        String name, String path, List<String[]> headers, int status, byte[] body, String type, boolean sameBytes) {
    private static final int NOT_MODIFIED = 304;

    /** Whether nothing comes back but that nothing is new. */
    boolean isOfTheKnown() {
        return status == NOT_MODIFIED;
    }

    /** Bytes that come back beside the headers. */
    int answerBytes() {
        return isOfTheKnown() ? 0 : body.length;
    }

    /** What is wrong with an answer; empty where nothing is. */
    String wrong(String who, Probe.Seen seen) {
        if (seen.status() != status) {
            return "%s answered %s with %d, not %d".formatted(who, name, seen.status(), status);
        }
        var wanted = isOfTheKnown() ? new byte[0] : body;
        if (sameBytes
                ? Arrays.equals(seen.body(), wanted)
                : withoutNumbers(seen.body()).equals(withoutNumbers(body))) {
            return "";
        }
        return "%s answered %s with %,d bytes that are not the %,d bytes expected"
                .formatted(who, name, seen.body().length, wanted.length);
    }

    private static String withoutNumbers(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replaceAll("[0-9]+", "0");
    }
}
