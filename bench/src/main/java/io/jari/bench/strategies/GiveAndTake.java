package io.jari.bench.strategies;

import io.jari.bench.load.Script;
import io.jari.bench.load.Window;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everybody holds one to four seats side by side, of a date chosen at random, and gives them back, so that there are always some. What is
 * given back is work, but is not counted.
 */
final class GiveAndTake implements Script {
    private static final int[] SIZES = {1, 1, 1, 2, 2, 2, 2, 2, 3, 4};
    private static final int CREATED = 201;
    private static final String ID = "\"holdID\":\"";
    private static final AtomicLong KEYS = new AtomicLong();

    private final Wire wire;
    private final List<SeatRow> dates;
    private final List<String> tokens;
    private final Window window;
    private final String[] held;

    /** The seats of a date that are wanted, from the front. */
    record SeatRow(String dateID, List<String> seatIDs) {}

    /** @param tokens one for each person */
    GiveAndTake(Wire wire, List<SeatRow> dates, List<String> tokens, Window window) {
        this.wire = wire;
        this.dates = dates;
        this.tokens = tokens;
        this.window = window;
        this.held = new String[tokens.size()];
    }

    /** Who still has seats when time is up gives them back before the end. */
    @Override
    public @Nullable Buffer next(int person) {
        var token = tokens.get(person);
        if (held[person] != null) {
            return Wire.request(
                    "DELETE /v1/seat-holds/" + held[person],
                    wire.url().getAuthority(),
                    "Authorization: Bearer " + token + "\r\n",
                    "");
        }
        return window.isOpen()
                ? wire.post("/v1/seat-holds", token, "Idempotency-Key: take-" + KEYS.incrementAndGet(), wish())
                : null;
    }

    private String wish() {
        var random = ThreadLocalRandom.current();
        var date = dates.get(random.nextInt(dates.size()));
        var size = SIZES[random.nextInt(SIZES.length)];
        var first = random.nextInt(date.seatIDs.size() - size + 1);
        var names = date.seatIDs.subList(first, first + size).stream()
                .map(seat -> '"' + seat + '"')
                .collect(Collectors.joining(","));
        return "{\"dateID\":\"" + date.dateID + "\",\"seatIDs\":[" + names + "]}";
    }

    @Override
    public void heard(int person, int status, String body, long nanos) {
        if (held[person] != null) {
            held[person] = status >= 500 || status == 0 ? held[person] : null;
            return;
        }
        window.heard(status, nanos);
        if (status == CREATED) {
            var from = body.indexOf(ID) + ID.length();
            held[person] = body.substring(from, body.indexOf('"', from));
        }
    }

    @Override
    public boolean wantsBodies() {
        return true;
    }
}
