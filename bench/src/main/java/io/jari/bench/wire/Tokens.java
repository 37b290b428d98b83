package io.jari.bench.wire;

import io.jari.bench.cli.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Sessions of the people who take part. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("js_[A-Za-z0-9_-]+");

    private Tokens() {}

    /** Of the file that {@code --tokens} names; {@code -} is what comes in. */
    public static List<String> read(Options options) throws IOException {
        var file = options.text("tokens")
                .orElseThrow(() -> new Options.Misuse("--tokens FILE is needed: ./jari load --people N --tokens FILE"));
        var text = file.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
        var tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
        if (tokens.isEmpty()) {
            throw new Options.Misuse("There is no token in " + file);
        }
        return tokens;
    }
}
