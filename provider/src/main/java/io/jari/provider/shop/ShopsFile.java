package io.jari.provider.shop;

import io.jari.provider.json.BadInput;
import io.jari.provider.json.Fields;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The list of shops, as JSON: name, style, key and secret of each. */
public final class ShopsFile {
    private static final int MOST_SHOPS = 1_000;
    private static final int SHORTEST_KEY = 8;
    private static final int LONGEST_KEY = 200;
    private static final String SECRET_PREFIX = "whsec_";
    // The lengths that Standard Webhooks allows.
    private static final int LEAST_SECRET_BYTES = 24;
    private static final int MOST_SECRET_BYTES = 64;

    private ShopsFile() {}

    public static List<Shop> parse(byte[] text) {
        var shops = new ArrayList<Shop>();
        var names = new HashSet<String>();
        var keys = new HashSet<String>();
        for (var fields : Fields.listOf(text)) {
            var shop = shop(fields);
            if (!names.add(shop.name())) {
                throw new BadInput("name " + shop.name() + " is there twice");
            }
            if (!keys.add(shop.key())) {
                throw new BadInput("key of " + shop.name() + " is another shop's too");
            }
            shops.add(shop);
        }
        if (shops.isEmpty() || shops.size() > MOST_SHOPS) {
            throw new BadInput("It must have 1 to " + MOST_SHOPS + " shops");
        }
        return List.copyOf(shops);
    }

    private static Shop shop(Fields fields) {
        var name = fields.text("name", 60);
        var style = fields.oneOf("style", Style.class, Optional.empty());
        var key = fields.text("key", LONGEST_KEY);
        var secret = fields.text("secret", 200);
        fields.noOthers();
        if (key.length() < SHORTEST_KEY || !key.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new BadInput("key of %s must be %d or more printable ASCII characters".formatted(name, SHORTEST_KEY));
        }
        return new Shop(name, style, key, secretOf(name, secret));
    }

    private static byte[] secretOf(String name, String text) {
        var told = new BadInput("secret of %s must be %s and %d to %d bytes in Base64"
                .formatted(name, SECRET_PREFIX, LEAST_SECRET_BYTES, MOST_SECRET_BYTES));
        if (!text.startsWith(SECRET_PREFIX)) {
            throw told;
        }
        try {
            var bytes = Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()));
            if (bytes.length >= LEAST_SECRET_BYTES && bytes.length <= MOST_SECRET_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            told.addSuppressed(e);
        }
        throw told;
    }
}
