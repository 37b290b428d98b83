package io.jari.reconciliation;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The comparison of books as an administrator meets it. */
record TestBooks(Api admin) {

    /** Compares now, to the end of both logs; what that did. */
    JsonNode reconcile() {
        var answer = ok(200, admin.send("POST", "/v1/reconciliations", null, Map.of()));
        assertThat(answer.path("providers"))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.has("failure")).as(p.toString()).isFalse());
        return answer;
    }

    static int sum(JsonNode results, String field) {
        var sum = 0;
        for (var result : results.path("providers")) {
            sum += result.path(field).asInt();
        }
        return sum;
    }

    List<JsonNode> differences(String reference) {
        var found = new ArrayList<JsonNode>();
        ok(200, admin.get("/v1/payment-differences?limit=200")).forEach(d -> {
            if (d.path("reference").asText().equals(reference)) {
                found.add(d);
            }
        });
        return found;
    }

    /** As {@code capture_missing open}. */
    List<String> what(String reference) {
        return differences(reference).stream()
                .map(d -> d.path("what").asText() + " " + d.path("state").asText())
                .toList();
    }

    JsonNode only(String reference, String what, String state) {
        assertThat(what(reference)).containsExactly(what + " " + state);
        return differences(reference).getFirst();
    }

    JsonNode settle(JsonNode difference, String how) {
        var path = "/v1/payment-differences/" + difference.path("differenceID").asText() + "/settlement";
        return ok(200, admin.put(path, Map.of("how", how), Map.of()));
    }
}
