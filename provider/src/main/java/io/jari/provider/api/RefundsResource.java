package io.jari.provider.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.provider.books.Account;
import io.jari.provider.books.Outcome;
import io.jari.provider.books.Refund;
import io.jari.provider.http.Incoming;
import io.jari.provider.http.Reply;
import io.jari.provider.json.BadInput;
import io.jari.provider.json.Fields;
import io.jari.provider.json.Json;
import java.util.Set;

/** {@code /v1/refunds}. */
final class RefundsResource {

    Answer answer(Incoming in, Account account) {
        if (in.path().size() > 2) {
            return Answer.of(Reply.notFound("There is nothing here"));
        }
        return switch (in.method()) {
            case "POST" -> refund(in, account);
            case "GET" -> search(in, account);
            default -> Answer.of(Reply.notAllowed("GET, POST"));
        };
    }

    private static Answer refund(Incoming in, Account account) {
        var fields = Fields.of(in.body());
        var checkout = fields.text("checkout", Limits.MOST_ID);
        var amount = fields.number("amount", 1, Limits.MOST_AMOUNT);
        var reference = fields.text("reference", Limits.MOST_REFERENCE);
        fields.noOthers();
        var key = Keys.of(in, checkout, amount, reference);
        return switch (account.refund(checkout, amount, reference, key)) {
            case Outcome.Done<Refund>(var refund, var moved) -> new Answer(Reply.json(201, shown(refund)), moved);
            case Outcome.Refused<Refund> refused -> Refusals.shown(refused);
        };
    }

    private static Answer search(Incoming in, Account account) {
        var reference = Parameters.of(in, Set.of("reference"))
                .text("reference", Limits.MOST_REFERENCE)
                .orElseThrow(() -> new BadInput("reference is missing"));
        var list = Json.array();
        account.refunds(reference).forEach(refund -> list.add(shown(refund)));
        return Answer.ok(Json.object().set("refunds", list));
    }

    private static JsonNode shown(Refund refund) {
        return Json.object()
                .put("id", refund.id())
                .put("checkout", refund.checkout())
                .put("reference", refund.reference())
                .put("amount", refund.amount())
                .put("status", refund.status())
                .put("reason", refund.reason() == null ? null : refund.reason().word())
                .put("at", Checkouts.time(refund.at()));
    }
}
