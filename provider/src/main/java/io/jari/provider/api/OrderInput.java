package io.jari.provider.api;

import io.jari.provider.books.Language;
import io.jari.provider.books.Order;
import io.jari.provider.json.BadInput;
import io.jari.provider.json.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Optional;

/** What a shop sends to open a checkout. */
final class OrderInput {
    private OrderInput() {}

    static Order read(byte[] body) {
        var fields = Fields.of(body);
        var order = new Order(
                fields.text("reference", Limits.MOST_REFERENCE),
                fields.number("amount", 1, Limits.MOST_AMOUNT),
                currency(fields.text("currency", 3)),
                fields.text("name", Limits.MOST_NAME),
                url("returnURL", fields.text("returnURL", Limits.MOST_URL)),
                fields.optionalText("callbackURL", Limits.MOST_URL)
                        .map(text -> url("callbackURL", text))
                        .orElse(null),
                fields.number("expiresInSeconds", 1, Limits.MOST_SECONDS),
                fields.oneOf("language", Language.class, Optional.of(Language.EN)));
        fields.noOthers();
        return order;
    }

    private static String currency(String code) {
        try {
            if (Currency.getInstance(code).getDefaultFractionDigits() >= 0) {
                return code;
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("currency is not a code of ISO 4217");
        }
        throw new BadInput("currency " + code + " has no decimals known");
    }

    private static String url(String name, String text) {
        try {
            var url = new URI(text);
            var web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return url.toASCIIString();
            }
        } catch (URISyntaxException e) {
            throw new BadInput(name + " is not a URL");
        }
        throw new BadInput(name + " must be a whole URL with http or https");
    }
}
