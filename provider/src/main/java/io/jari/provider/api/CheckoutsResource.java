package io.jari.provider.api;

import io.jari.provider.books.Account;
import io.jari.provider.books.Checkout;
import io.jari.provider.books.Outcome;
import io.jari.provider.http.Incoming;
import io.jari.provider.http.Reply;
import io.jari.provider.json.BadInput;
import io.jari.provider.json.Fields;
import io.jari.provider.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/checkouts}. */
final class CheckoutsResource {
    private final Checkouts checkouts;

    CheckoutsResource(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    Answer answer(Incoming in, Account account) {
        var path = in.path();
        return switch (path.size()) {
            case 2 ->
                switch (in.method()) {
                    case "POST" -> open(in, account);
                    case "GET" -> search(in, account);
                    default -> Answer.of(Reply.notAllowed("GET, POST"));
                };
            case 3 ->
                switch (in.method()) {
                    case "GET" -> one(account, account.checkout(path.get(2)));
                    case "DELETE" -> one(account, account.close(path.get(2)));
                    default -> Answer.of(Reply.notAllowed("GET, DELETE"));
                };
            case 4 ->
                !path.get(3).equals("confirmation")
                        ? Answer.of(Reply.notFound("A checkout has only a confirmation"))
                        : in.method().equals("POST")
                                ? confirm(in, account, path.get(2))
                                : Answer.of(Reply.notAllowed("POST"));
            default -> Answer.of(Reply.notFound("There is nothing here"));
        };
    }

    private Answer open(Incoming in, Account account) {
        var order = OrderInput.read(in.body());
        return shown(201, account, account.open(order, Keys.of(in, order)));
    }

    private Answer confirm(Incoming in, Account account, String id) {
        var fields = Fields.of(in.body());
        var amount = fields.number("amount", 1, Limits.MOST_AMOUNT);
        fields.noOthers();
        return shown(200, account, account.confirm(id, amount, Keys.of(in, amount)));
    }

    private Answer search(Incoming in, Account account) {
        var parameters = Parameters.of(in, Set.of("reference", "last4"));
        var reference = parameters.text("reference", Limits.MOST_REFERENCE);
        var last4 = parameters.text("last4", 4);
        if (reference.isPresent() == last4.isPresent()) {
            throw new BadInput("Either reference or last4 is needed");
        }
        var found = reference
                .map(account::byReference)
                .or(() -> last4.map(account::byLast4))
                .orElse(List.of());
        var list = Json.array();
        found.forEach(checkout -> list.add(checkouts.shown(account.shop(), checkout)));
        return Answer.ok(Json.object().set("checkouts", list));
    }

    private Answer one(Account account, Optional<Checkout> checkout) {
        return checkout.map(found -> Answer.ok(checkouts.shown(account.shop(), found)))
                .orElseGet(() -> Answer.of(Reply.notFound("There is no such checkout")));
    }

    private Answer shown(int status, Account account, Outcome<Checkout> outcome) {
        return switch (outcome) {
            case Outcome.Done<Checkout>(var checkout, var moved) ->
                new Answer(Reply.json(status, checkouts.shown(account.shop(), checkout)), moved);
            case Outcome.Refused<Checkout> refused -> Refusals.shown(refused);
        };
    }
}
