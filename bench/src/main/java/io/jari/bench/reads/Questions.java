package io.jari.bench.reads;

import io.jari.bench.api.Api;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The questions, as a running demo answers them. */
final class Questions {
    private static final String[] BINARY = {"Accept", "application/vnd.jari.seats"};
    private static final String SEATS = "/v1/concerts/1/dates/1/seats";
    /** The date of the demo that has a waiting room. */
    private static final String QUEUE_DATE = "3";

    private static final int FROM_DAYS = 30;
    private static final int NIGHTS = 3;

    private final URI url;
    private final Probe probe;

    Questions(URI url) {
        this.url = url;
        this.probe = Probe.of(url);
    }

    /** @param people who stand in line, and ask in turn how they stand */
    List<Question> all(int people, Random random) throws IOException, InterruptedException {
        var board = probe.look(SEATS, BINARY);
        var tag = board.etag().replaceAll("^W/|\"", "");
        var start = LocalDate.now(ZoneOffset.UTC).plusDays(FROM_DAYS);
        var known = List.of(BINARY[0], BINARY[1], "If-None-Match", board.etag()).toArray(String[]::new);
        return List.of(
                question("seat map", SEATS, List.<String[]>of(BINARY), true),
                new Question("seat map, 304", SEATS, List.<String[]>of(known), 304, board.body(), board.type(), true),
                question("empty delta", SEATS + "?since=" + tag, List.<String[]>of(BINARY), true),
                question("queue status", "/v1/queue/status", join(people, random), false),
                question("hotel page", "/hotels/1", List.<String[]>of(new String[0]), true),
                question(
                        "availability",
                        "/v1/hotels/1/availability?startDate=" + start + "&endDate=" + start.plusDays(NIGHTS),
                        List.<String[]>of(new String[0]),
                        true));
    }

    private Question question(String name, String path, List<String[]> headers, boolean sameBytes)
            throws IOException, InterruptedException {
        var seen = probe.look(path, headers.getFirst());
        return new Question(name, path, headers, 200, seen.body(), seen.type(), sameBytes);
    }

    /** @return the header by which each is known */
    private List<String[]> join(int people, Random random) {
        var api = Api.at(url);
        var tokens = new ArrayList<String[]>();
        for (var i = 0; i < people; i++) {
            var device = ByteBuffer.allocate(16).putLong(random.nextLong()).putLong(random.nextLong());
            var joined = api.post(
                    "/v1/queue",
                    Map.of(
                            "dateID",
                            QUEUE_DATE,
                            "deviceID",
                            Base64.getUrlEncoder().withoutPadding().encodeToString(device.array())));
            if (!joined.ok()) {
                throw new IllegalStateException("Nobody could join the waiting room: " + joined.explanation());
            }
            tokens.add(new String[] {"Queue-Token", joined.text("token")});
        }
        return tokens;
    }
}
