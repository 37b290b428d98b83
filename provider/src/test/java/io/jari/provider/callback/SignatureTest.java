package io.jari.provider.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.provider.shop.Shop;
import io.jari.provider.shop.Style;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example that the libraries of Standard Webhooks test themselves with. */
    @Test
    void signsAsTheStandardsOwnExample() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var shop = new Shop("alpha", Style.CALLBACK, "sk_alpha", secret);
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        assertThat(Signature.of(shop, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
