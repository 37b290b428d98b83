package io.jari.provider.callback;

import io.jari.provider.books.Event;
import io.jari.provider.json.Json;
import io.jari.provider.shop.Shop;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;

/** An event as it goes over the wire. */
record Message(Event event) {

    HttpRequest request(Shop shop, boolean wronglySigned, Duration patience) {
        var body = body();
        var seconds = Instant.now().getEpochSecond();
        var signature = wronglySigned
                ? Signature.wrong(shop, event.id(), seconds)
                : Signature.of(shop, event.id(), seconds, body);
        return HttpRequest.newBuilder(URI.create(event.url()))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("webhook-id", event.id())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private byte[] body() {
        var body = Json.object()
                .put("type", event.type())
                .put("timestamp", Instant.ofEpochMilli(event.at()).toString());
        body.putObject("data")
                .put("checkout", event.checkout())
                .put("reference", event.reference())
                .put("status", event.status())
                .put("amount", event.amount())
                .put("currency", event.currency())
                .put("reason", event.reason());
        return Json.bytes(body);
    }
}
