package io.jari.bench.crowd;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;

/**
 * What the waiting room tells in JSON, of whatever kind; what was not told is empty, or {@link #UNKNOWN}.
 *
 * @param type of a problem, the last word of it
 */
record Told(
        String state,
        String token,
        String pass,
        String type,
        String opensAt,
        String now,
        long ticket,
        long rank,
        long askAfterMillis,
        long renewAfterMillis) {
    static final long UNKNOWN = -1;
    private static final JsonFactory JSON = new JsonFactory();

    static Told of(String body) {
        String state = "", token = "", pass = "", type = "", opensAt = "", now = "";
        long ticket = UNKNOWN, rank = UNKNOWN, askAfter = UNKNOWN, renewAfter = UNKNOWN;
        try (var json = JSON.createParser(body)) {
            var more = json.nextToken() == JsonToken.START_OBJECT;
            while (more && json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                var value = json.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    switch (name) {
                        case "state" -> state = json.getText();
                        case "token" -> token = json.getText();
                        case "pass" -> pass = json.getText();
                        case "type" ->
                            type = json.getText().substring(json.getText().lastIndexOf(':') + 1);
                        case "opensAt" -> opensAt = json.getText();
                        case "now" -> now = json.getText();
                        default -> {}
                    }
                } else if (value == JsonToken.VALUE_NUMBER_INT) {
                    switch (name) {
                        case "ticket" -> ticket = json.getLongValue();
                        case "rank" -> rank = json.getLongValue();
                        case "askAfterMillis" -> askAfter = json.getLongValue();
                        case "renewAfterMillis" -> renewAfter = json.getLongValue();
                        default -> {}
                    }
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException notJson) {
            type = "not-json";
        }
        return new Told(state, token, pass, type, opensAt, now, ticket, rank, askAfter, renewAfter);
    }

    /** Seconds from the opening to when it was told, by the server's clock; not a number where it was not told. */
    double secondsOpen() {
        return opensAt.isEmpty() || now.isEmpty()
                ? Double.NaN
                : (Instant.parse(now).toEpochMilli() - Instant.parse(opensAt).toEpochMilli()) / 1e3;
    }
}
