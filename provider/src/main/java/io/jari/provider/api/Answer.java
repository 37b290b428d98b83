package io.jari.provider.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.provider.http.Reply;

/** A reply, and whether this very call moved money: such answers a fault can withhold. */
record Answer(Reply reply, boolean moved) {

    static Answer of(Reply reply) {
        return new Answer(reply, false);
    }

    static Answer ok(JsonNode body) {
        return of(Reply.json(200, body));
    }
}
