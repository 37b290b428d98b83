package io.jari.bench.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What came back. {@code body} is missing where there was none, or none in JSON; status 0 means no answer came.
 *
 * @param next the cursor of the next page of a list; empty where there is none
 */
public record Answer(int status, JsonNode body, long nanos, int retryAfterSeconds, String next) {
    private static final String PROBLEM = "urn:jari:problem:";

    static Answer none(String why, long nanos) {
        return new Answer(0, TextNode.valueOf(why), nanos, 1, "");
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Whether the server, not the asker, is to blame. */
    public boolean failed() {
        return status == 0 || status >= 500;
    }

    public String text(String field) {
        return body.path(field).asText();
    }

    /** Why not, in few words: the problem's name, and its reason where it has one. */
    public String refusal() {
        if (status == 0) {
            return "no answer: " + body.asText();
        }
        var type = text("type");
        var name = type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "status " + status;
        var reason = text("reason");
        return reason.isEmpty() || reason.equals(name) ? name : name + ", " + reason;
    }

    /** Everything that was said about why not. */
    public String explanation() {
        return status == 0 ? refusal() : status + " " + body;
    }
}
