package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** @param headers by their names in small letters */
record Answer(int status, Map<String, String> headers, byte[] bytes) {
    static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

    private static final JsonMapper JSON = new JsonMapper();

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Missing where it is none. */
    JsonNode json() {
        try {
            return header("content-type").contains("json") ? JSON.readTree(bytes) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public String toString() {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return status + " " + headers + " " + (text.length() > 500 ? text.substring(0, 500) + "…" : text);
    }
}
