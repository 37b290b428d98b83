package io.jari.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The provider as tests meet it: its shops {@code alpha}, which captures when the guest pays, and {@code beta}, which captures when we
 * confirm; what goes wrong at them; and the page where guests pay.
 */
public record TestProvider(URI url, Shop alpha, Shop beta) {
    public static final String GOOD_CARD = "4242 4242 4242 4242";
    public static final String DECLINED_CARD = "4000 0000 0000 0002";
    public static final String NO_FAULTS = "{}";

    /** The one that a demo has started. */
    public static TestProvider of(JariServer server) {
        var account = account(server);
        var url = URI.create("http://127.0.0.1:" + account.path("port").asInt());
        return new TestProvider(url, shop(url, account, "alpha"), shop(url, account, "beta"));
    }

    /** One that no server owns. */
    static TestProvider of(ProviderProcess process) {
        var file = Path.of(process.environment().getOrDefault("JARI_PAYMENT_PROVIDERS_FILE", ""));
        try {
            var entries = new JsonMapper().readTree(file.toFile());
            var url = URI.create(entries.get(0).path("url").asText());
            return new TestProvider(url, shop(url, entries.get(0)), shop(url, entries.get(1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Shop shop(URI url, JsonNode entry) {
        return new Shop(
                entry.path("name").asText(),
                Api.elsewhere(url, entry.path("key").asText()),
                entry.path("secret").asText());
    }

    private static Shop shop(URI url, JsonNode account, String name) {
        return new Shop(
                name,
                Api.elsewhere(url, account.path(name + "Key").asText()),
                account.path(name + "Secret").asText());
    }

    private static JsonNode account(JariServer server) {
        try (var connection = TestData.of(server).dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select value from setting where name = 'demo-provider'")) {
            rows.next();
            return new JsonMapper().readTree(rows.getString(1));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the demo's provider", e);
        }
    }

    public Shop shop(String name) {
        return name.equals("alpha") ? alpha : beta;
    }

    /** The environment of a server that knows these providers with these weights; at other names than its shops' nobody listens. */
    Map<String, String> file(Object... namesAndWeights) {
        var entries = new ArrayList<String>();
        for (var i = 0; i < namesAndWeights.length; i += 2) {
            var name = (String) namesAndWeights[i];
            var live = shops().stream().anyMatch(shop -> shop.name().equals(name));
            entries.add("{\"name\":\"%s\",\"url\":\"%s\",\"key\":\"%s\",\"secret\":\"%s\",\"weight\":%d}"
                    .formatted(
                            name,
                            live ? url : "http://127.0.0.1:9",
                            shop(name).api().token(),
                            shop(name).secret(),
                            (Integer) namesAndWeights[i + 1]));
        }
        try {
            var folder = Files.createDirectories(Path.of("target", "it")).toAbsolutePath();
            var file = Files.writeString(Files.createTempFile(folder, "providers", ".json"), entries.toString());
            return Map.of("JARI_PAYMENT_PROVIDERS_FILE", file.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Shop> shops() {
        return List.of(alpha, beta);
    }

    /** What goes wrong from now on at both shops, as JSON; {@link #NO_FAULTS} ends it. */
    public void faults(String json) {
        shops().forEach(shop -> shop.faults(json));
    }

    /** A guest pays at the address that a payment's {@code next.redirectURL} told; the status the page answers with. */
    public static Api.Answer pay(String redirectUrl) {
        return card(redirectUrl, GOOD_CARD);
    }

    public static Api.Answer decline(String redirectUrl) {
        return card(redirectUrl, DECLINED_CARD);
    }

    public static Api.Answer card(String redirectUrl, String number) {
        return form(redirectUrl, Map.of("number", number, "expiry", "12/40", "cvc", "123", "holder", "Kim"));
    }

    public static Api.Answer giveUp(String redirectUrl) {
        return form(redirectUrl, Map.of("action", "give-up"));
    }

    private static Api.Answer form(String redirectUrl, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var page = URI.create(redirectUrl);
        return Api.anonymous(page)
                .send("POST", page.getRawPath(), body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** One of its shops: an account of ours there. */
    public record Shop(String name, Api api, String secret) {
        private static final int PAGE = 1_000;

        public void faults(String json) {
            var answer = api.send("PUT", "/v1/faults", json, Map.of());
            if (answer.status() != 200) {
                throw new IllegalStateException("faults: " + answer.status() + " " + answer.body());
            }
        }

        /** Every capture and refund, oldest first. */
        public List<JsonNode> log() {
            var lines = new ArrayList<JsonNode>();
            JsonNode page;
            do {
                page = api.get("/v1/log?limit=" + PAGE + "&after=" + lines.size())
                        .body();
                page.path("lines").forEach(lines::add);
            } while (page.path("more").asBoolean());
            return lines;
        }

        /** The lines about one subject: its captures by {@code subject-n}, its refunds by {@code subject-rN}. */
        public List<JsonNode> log(String subject) {
            return log().stream()
                    .filter(line -> line.path("reference").asText().startsWith(subject + "-"))
                    .toList();
        }

        /**
         * Where guests pay for what has been opened under a reference, newest first; also while every answer is an error, which ends for
         * as long as it is asked.
         */
        List<String> found(String reference) {
            var faults = api.get("/v1/faults").body().toString();
            faults(NO_FAULTS);
            try {
                return checkouts(reference).stream()
                        .map(checkout -> checkout.path("url").asText())
                        .toList();
            } finally {
                faults(faults);
            }
        }

        /** As in Standard Webhooks. */
        String sign(String id, long seconds, String body) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                var signed = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
                return "v1," + Base64.getEncoder().encodeToString(signed);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Opens a checkout of which our server knows nothing. */
        public JsonNode open(String reference, long amount) {
            return TestGuest.ok(
                    201,
                    api.post(
                            "/v1/checkouts",
                            Map.of(
                                    "reference",
                                    reference,
                                    "amount",
                                    amount,
                                    "currency",
                                    "KRW",
                                    "name",
                                    "?",
                                    "returnURL",
                                    "http://127.0.0.1/",
                                    "expiresInSeconds",
                                    600)));
        }

        /** Checkouts of a reference, newest first. */
        public List<JsonNode> checkouts(String reference) {
            var found = new ArrayList<JsonNode>();
            api.get("/v1/checkouts?reference=" + reference)
                    .body()
                    .path("checkouts")
                    .forEach(found::add);
            return found;
        }
    }

    /** All of this kind that moved at both shops, {@code capture} or {@code refund}: as {@code reference amount}, sorted. */
    public List<String> lines(String kind) {
        return shops().stream()
                .flatMap(shop -> shop.log().stream())
                .filter(line -> line.path("kind").asText().equals(kind))
                .map(line -> line.path("reference").asText() + " "
                        + line.path("amount").asLong())
                .sorted()
                .toList();
    }

    /** The lines about one subject at both shops, as {@code capture 240000 KRW}, captures first. */
    public List<String> moved(String subject) {
        return moved().getOrDefault(subject, List.of());
    }

    /** The same of every subject that has any. */
    Map<String, List<String>> moved() {
        return shops().stream()
                .flatMap(shop -> shop.log().stream())
                .collect(Collectors.groupingBy(
                        line -> line.path("reference").asText().replaceFirst("-[^-]*$", ""),
                        Collectors.collectingAndThen(
                                Collectors.mapping(TestProvider::moved, Collectors.toList()),
                                lines -> lines.stream().sorted().toList())));
    }

    private static String moved(JsonNode line) {
        return line.path("kind").asText() + " " + line.path("amount").asLong() + " "
                + line.path("currency").asText();
    }
}
