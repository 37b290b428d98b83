package io.jari.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.db.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The providers of an installation, as its operator wrote them down. */
final class ProviderFile {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern KEY = Pattern.compile("[!-~]{1,500}");
    private static final String SECRET = "whsec_";
    private static final int MOST_CALLS = 1_000;

    private ProviderFile() {}

    /**
     * One provider.
     *
     * @param name lower case; it stands in addresses and in the ledger, and must not change
     * @param key what we show it
     * @param secret what it signs its callbacks with: whsec_ and base64
     * @param weight its share of new attempts, 0 to 1000; 0: only what has begun
     * @param calls most calls under way at once
     */
    record Entry(
            String name,
            URI url,
            String key,
            String secret,
            @Nullable @JsonProperty Integer weight,
            @Nullable @JsonProperty Integer calls) {

        int share() {
            return weight == null ? 100 : weight;
        }

        int mostCalls() {
            return calls == null ? 16 : calls;
        }
    }

    static List<Entry> read(Path file) {
        List<Entry> entries;
        try {
            entries = new JsonMapper().readValue(file.toFile(), new TypeReference<List<Entry>>() {});
        } catch (IOException e) {
            throw refused(file, e.getMessage());
        }
        check(file, entries);
        return entries;
    }

    @SuppressWarnings("NullAway") // what a file leaves out is null
    private static void check(Path file, List<Entry> entries) {
        if (entries == null || entries.contains(null)) {
            throw refused(file, "it must be a list of providers");
        }
        var names = new HashSet<String>();
        for (var entry : entries) {
            check(file, entry, names.add(String.valueOf(entry.name())));
        }
    }

    @SuppressWarnings("NullAway") // what a file leaves out is null
    private static void check(Path file, Entry entry, boolean fresh) {
        if (entry.name() == null
                || !NAME.matcher(entry.name()).matches()
                || !fresh
                || entry.name().equals("wallet")) {
            throw refused(file, "name " + entry.name() + " must be lower case, its own, and not wallet");
        }
        if (entry.url() == null || entry.url().getHost() == null || !isWeb(entry.url())) {
            throw refused(file, entry.name() + " needs url, such as https://pay.example");
        }
        if (entry.key() == null || !KEY.matcher(entry.key()).matches()) {
            throw refused(file, entry.name() + " needs key, without spaces");
        }
        if (entry.secret() == null || !isSecret(entry.secret())) {
            throw refused(file, entry.name() + " needs secret: whsec_ and base64");
        }
        if (entry.share() < 0 || entry.share() > 1_000 || entry.mostCalls() < 1 || entry.mostCalls() > MOST_CALLS) {
            throw refused(file, entry.name() + " may have weight 0 to 1000 and calls 1 to " + MOST_CALLS);
        }
    }

    private static boolean isWeb(URI url) {
        var plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
        return plain && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }

    private static boolean isSecret(String secret) {
        try {
            return secret.startsWith(SECRET)
                    && Base64.getDecoder().decode(secret.substring(SECRET.length())).length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static StartRefused refused(Path file, @Nullable String why) {
        return new StartRefused(
                "The providers' file %s (JARI_PAYMENT_PROVIDERS_FILE) can't be used: %s".formatted(file, why));
    }
}
