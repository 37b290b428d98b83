package io.jari.provider.callback;

import io.jari.provider.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks: HMAC-SHA256 over id, seconds and body, with dots between. */
final class Signature {
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    static String of(Shop shop, String id, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(shop.secret(), HMAC));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC, e);
        }
    }

    /** Well formed, and of something else. */
    static String wrong(Shop shop, String id, long seconds) {
        return of(shop, id + "-other", seconds, new byte[0]);
    }
}
