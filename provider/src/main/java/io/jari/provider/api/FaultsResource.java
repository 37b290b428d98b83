package io.jari.provider.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.provider.books.Account;
import io.jari.provider.fault.Faults;
import io.jari.provider.fault.Lag;
import io.jari.provider.http.Incoming;
import io.jari.provider.http.Reply;
import io.jari.provider.json.Fields;
import io.jari.provider.json.Json;

/** {@code /v1/faults}: PUT replaces them all; what it leaves out does not happen. */
final class FaultsResource {

    Answer answer(Incoming in, Account account) {
        if (in.path().size() > 2) {
            return Answer.of(Reply.notFound("There is nothing here"));
        }
        return switch (in.method()) {
            case "GET" -> Answer.ok(shown(account.faults()));
            case "PUT" -> {
                var faults = read(in.body());
                account.faults(faults);
                yield Answer.ok(shown(faults));
            }
            default -> Answer.of(Reply.notAllowed("GET, PUT"));
        };
    }

    private static Faults read(byte[] body) {
        var fields = Fields.of(body);
        var faults = new Faults(
                lag(fields, "delay"),
                fields.chance("unauthorized"),
                fields.chance("timeoutAfterCapture"),
                fields.chance("error"),
                fields.chance("errorAfter"),
                fields.chance("callbackLost"),
                fields.chance("callbackDuplicate"),
                lag(fields, "callbackLate"),
                fields.chance("callbackReordered"),
                fields.chance("callbackContradicting"),
                fields.chance("callbackWrongSignature"),
                fields.chance("refundRefused"));
        fields.noOthers();
        return faults;
    }

    private static Lag lag(Fields fields, String name) {
        return fields.nested(name)
                .map(inner -> {
                    var lag = new Lag(inner.chance("p"), (int) inner.number("millis", 0, Limits.MOST_LAG_MILLIS, 0));
                    inner.noOthers();
                    return lag;
                })
                .orElse(Lag.NONE);
    }

    private static JsonNode shown(Faults faults) {
        var shown = Json.object();
        lag(shown.putObject("delay"), faults.delay());
        shown.put("unauthorized", faults.unauthorized())
                .put("timeoutAfterCapture", faults.timeoutAfterCapture())
                .put("error", faults.error())
                .put("errorAfter", faults.errorAfter())
                .put("callbackLost", faults.callbackLost())
                .put("callbackDuplicate", faults.callbackDuplicate());
        lag(shown.putObject("callbackLate"), faults.callbackLate());
        return shown.put("callbackReordered", faults.callbackReordered())
                .put("callbackContradicting", faults.callbackContradicting())
                .put("callbackWrongSignature", faults.callbackWrongSignature())
                .put("refundRefused", faults.refundRefused());
    }

    private static void lag(ObjectNode shown, Lag lag) {
        shown.put("p", lag.p()).put("millis", lag.millis());
    }
}
