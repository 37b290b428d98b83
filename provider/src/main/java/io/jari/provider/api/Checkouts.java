package io.jari.provider.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.provider.books.Checkout;
import io.jari.provider.json.Json;
import io.jari.provider.shop.Shop;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checkouts as shops see them; the page's address begins with where this process listens now. */
public record Checkouts(String base) {

    ObjectNode shown(Shop shop, Checkout checkout) {
        var order = checkout.order();
        var shown = Json.object()
                .put("id", checkout.id())
                .put("reference", order.reference())
                .put("amount", order.amount())
                .put("currency", order.currency())
                .put("style", shop.style().name().toLowerCase(Locale.ROOT))
                .put("status", checkout.status().word())
                .put(
                        "reason",
                        checkout.reason() == null ? null : checkout.reason().word());
        if (checkout.card() == null) {
            shown.putNull("card");
        } else {
            shown.putObject("card")
                    .put("brand", checkout.card().brand())
                    .put("last4", checkout.card().last4());
        }
        return shown.put("url", base + "/pay/" + checkout.id())
                .put("refunded", checkout.refunded())
                .put("createdAt", time(checkout.createdAt()))
                .put("expiresAt", time(checkout.expiresAt()))
                .put("capturedAt", time(checkout.capturedAt()));
    }

    static @Nullable String time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }
}
