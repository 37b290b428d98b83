package io.jari.payment;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.core.payment.Refund;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card provider with a hosted page, spoken to over HTTP. What it does is told by its answers alone. */
final class HttpProvider implements Provider {
    private final ProviderCalls calls;
    private final ProviderFile.Entry entry;
    private final String publicUrl;
    private final PaymentGuards guards;

    HttpProvider(ProviderFile.Entry entry, ProviderCalls calls, String publicUrl, PaymentGuards guards) {
        this.entry = entry;
        this.calls = calls;
        this.publicUrl = publicUrl;
        this.guards = guards;
    }

    ProviderFile.Entry entry() {
        return entry;
    }

    ProviderCalls calls() {
        return calls;
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public String method() {
        return "card";
    }

    @Override
    public boolean capturesAtOnce() {
        return false;
    }

    @Override
    public Said open(Order order) throws ProviderFailure {
        var body = new LinkedHashMap<String, Object>();
        body.put("reference", order.reference());
        body.put("amount", order.attempt().amount());
        body.put("currency", order.currency());
        body.put("name", order.name());
        body.put("returnURL", publicUrl + "/payments/" + order.key().subject() + "/return");
        body.put("callbackURL", publicUrl + "/v1/payments/callbacks/" + name());
        body.put("expiresInSeconds", order.expiresInSeconds());
        body.put("language", "ko");
        try {
            return said(calls.post("/v1/checkouts", key(order.reference()), body));
        } catch (ProviderFailure failure) {
            if (!failure.isRefused()) {
                throw failure;
            }
            return opened(order).orElseThrow(() -> failure);
        }
    }

    /**
     * Asked again when its answer was lost, there is less time to pay: the same key with other words is refused. But it is open. Only
     * who says that there is none has refused; a refusal to say so is none.
     */
    private Optional<Said> opened(Order order) throws ProviderFailure {
        var found = list("checkouts", order.reference());
        return found.isEmpty() ? Optional.empty() : Optional.of(said(found.get(0)));
    }

    private JsonNode list(String what, String reference) throws ProviderFailure {
        JsonNode answer;
        try {
            answer = calls.get("/v1/" + what + "?reference=" + reference);
        } catch (ProviderFailure failure) {
            throw failure.asUnknown();
        }
        var found = answer.path(what);
        if (!found.isArray()) {
            throw strange("list of " + what, answer);
        }
        return found;
    }

    @Override
    public Said ask(Order order) throws ProviderFailure {
        return said(calls.get(at(order)));
    }

    @Override
    public Said confirm(Order order) throws ProviderFailure {
        var body = Map.<String, Object>of("amount", order.attempt().amount());
        // A key of its own: under that of the opening another request is refused.
        return said(calls.post(at(order) + "/confirmation", key(order.reference() + "-confirmation"), body));
    }

    @Override
    public Said close(Order order) throws ProviderFailure {
        return said(calls.delete(at(order)));
    }

    /** Keys are forgotten after a while, and an earlier name may have moved the money: so the books are asked before it is sent again. */
    @Override
    public GivenBack giveBack(Order order, Refund refund, boolean again) throws ProviderFailure {
        if (again && guards.refundAsk()) {
            var before = givenBack(order, refund);
            if (before.isPresent()) {
                return before.get();
            }
        }
        var reference = order.key().refundReference(refund.n(), refund.refusals());
        var body = new LinkedHashMap<String, Object>();
        body.put("checkout", order.attempt().checkout());
        body.put("amount", refund.amount());
        body.put("reference", reference);
        try {
            return givenBack(calls.post("/v1/refunds", key(reference), body), refund);
        } catch (ProviderFailure failure) {
            // An earlier call may have moved it: taken for a refusal it would be asked for by another name, and move
            // twice.
            throw failure.asUnknown();
        }
    }

    /** What became of it under any of its names. Refused by an earlier name it was asked for by the next. */
    private Optional<GivenBack> givenBack(Order order, Refund refund) throws ProviderFailure {
        Optional<GivenBack> last = Optional.empty();
        for (var reference : order.key().refundReferences(refund)) {
            last = Optional.empty();
            for (var one : list("refunds", reference)) {
                var said = givenBack(one, refund);
                if (said.refusal() == null) {
                    return Optional.of(said);
                }
                last = Optional.of(said);
            }
        }
        return last;
    }

    private GivenBack givenBack(JsonNode answer, Refund refund) throws ProviderFailure {
        var status = text(answer, "status");
        if (status.equals("done") && answer.path("amount").asLong() == refund.amount()) {
            return new GivenBack(null);
        }
        if (status.equals("refused")) {
            return new GivenBack(text(answer, "reason"));
        }
        throw strange("refund", answer);
    }

    /** Its log after a line. */
    ProviderLogs.Part log(long after, int limit) throws ProviderFailure {
        var answer = calls.get("/v1/log?after=" + after + "&limit=" + limit);
        var lines = new ArrayList<LogLine>();
        for (var line : answer.path("lines")) {
            try {
                lines.add(line(line));
            } catch (DateTimeException | IllegalArgumentException _) {
                throw strange("line", line);
            }
        }
        return new ProviderLogs.Part(lines, answer.path("more").asBoolean());
    }

    private static LogLine line(JsonNode line) {
        return new LogLine(
                line.path("line").asLong(),
                text(line, "kind"),
                text(line, "reference"),
                text(line, "checkout"),
                line.path("amount").asLong(),
                text(line, "currency"),
                Instant.parse(text(line, "at")).truncatedTo(ChronoUnit.MICROS)); // as the database keeps it
    }

    private @Nullable String key(String reference) {
        return guards.idempotencyKey() ? reference : null;
    }

    private static String at(Order order) {
        return "/v1/checkouts/" + order.attempt().checkout();
    }

    private Said said(JsonNode checkout) throws ProviderFailure {
        var id = text(checkout, "id");
        return switch (checkout.path("status").asText()) {
            case "open" -> new Said.Open(id, text(checkout, "url"));
            case "authorized" -> new Said.Authorized(id);
            case "captured" -> {
                var amount = checkout.path("amount").asLong();
                if (amount <= 0) {
                    throw strange("checkout", checkout);
                }
                yield new Said.Captured(amount, id, card(checkout));
            }
            case "failed", "closed" ->
                new Said.Ended(false, checkout.path("reason").asText("refused"), card(checkout));
            case "expired" -> new Said.Ended(true, "expired");
            default -> throw strange("checkout", checkout);
        };
    }

    private static @Nullable String card(JsonNode checkout) {
        return checkout.path("card").path("last4").asText(null);
    }

    private ProviderFailure strange(String what, JsonNode answer) {
        return ProviderFailure.unknown(
                name() + " tells of a " + what + " that is not understood here: " + answer,
                new IllegalStateException());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
