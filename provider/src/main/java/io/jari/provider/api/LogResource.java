package io.jari.provider.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.provider.books.Account;
import io.jari.provider.books.Movement;
import io.jari.provider.http.Incoming;
import io.jari.provider.http.Reply;
import io.jari.provider.json.Json;
import java.util.Set;

/** {@code /v1/log}: every movement of money, in order. */
final class LogResource {

    Answer answer(Incoming in, Account account) {
        if (in.path().size() > 2) {
            return Answer.of(Reply.notFound("There is nothing here"));
        }
        if (!in.method().equals("GET")) {
            return Answer.of(Reply.notAllowed("GET"));
        }
        var parameters = Parameters.of(in, Set.of("after", "limit"));
        var after = parameters.number("after", 0, Long.MAX_VALUE, 0);
        var limit = (int) parameters.number("limit", 1, Limits.MOST_LINES, Limits.MOST_LINES);
        var found = account.movements(after, limit + 1);
        var lines = Json.array();
        found.stream().limit(limit).forEach(movement -> lines.add(shown(movement)));
        var shown = Json.object();
        shown.set("lines", lines);
        return Answer.ok(shown.put("more", found.size() > limit));
    }

    private static JsonNode shown(Movement movement) {
        return Json.object()
                .put("line", movement.line())
                .put("kind", movement.kind())
                .put("id", movement.id())
                .put("checkout", movement.checkout())
                .put("reference", movement.reference())
                .put("amount", movement.amount())
                .put("currency", movement.currency())
                .put("at", Checkouts.time(movement.at()));
    }
}
