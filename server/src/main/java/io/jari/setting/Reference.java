package io.jari.setting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference of the configuration, as docs/configuration.md keeps it. */
public final class Reference {
    private static final String HEAD = """
            # Configuration

            Made from the code; a test fails where it differs. Each key is set by its environment variable, or as `-Dkey=value` in
            `JARI_JAVA_OPTS`, which wins. What can't be understood ends the start with exit code 2 and names the key.
            """;

    /** What is read before there is a configuration, or by the launcher. */
    private static final Map<String, String> BEFORE = new TreeMap<>(Map.ofEntries(
            Map.entry("JARI_PORT", "port for guests, as `--port`; 8080, or the next free one"),
            Map.entry("JARI_INTERNAL_PORT", "port for staff, as `--internal-port`; 9090, or the next free one"),
            Map.entry("JARI_HOST", "address for guests to reach; 127.0.0.1 (others in production only)"),
            Map.entry("JARI_LAN_ADDRESS", "which of this machine's addresses `--lan` uses, where there are several"),
            Map.entry("JARI_DATA", "folder where everything is kept, as `--data`"),
            Map.entry("JARI_DB_URL", "an outside PostgreSQL: `postgres://user:password@host:5432/name`"),
            Map.entry("JARI_DB_USER", "in place of the user in the URL"),
            Map.entry("JARI_DB_PASSWORD", "in place of the password in the URL"),
            Map.entry("JARI_DB_SHARED_BUFFERS", "memory for the built-in PostgreSQL's cache; 256MB"),
            Map.entry("JARI_SECRET", "the installation's secret, 32 characters or more (production)"),
            Map.entry("JARI_SECRET_FILE", "a file with that secret"),
            Map.entry("JARI_SECRET_PREVIOUS", "the secret before it, for one start after it has changed"),
            Map.entry("JARI_SECRET_PREVIOUS_FILE", "a file with that secret"),
            Map.entry("JARI_JAVA_OPTS", "options for Java; -Xmx512m"),
            Map.entry("JARI_DEMO_FANS", "made-up people who want seats in a demo's on-sale, or off; 2000"),
            Map.entry("JARI_PROVIDER_PORT", "port of a demo's payment provider; 8180, or the next free one")));

    private Reference() {}

    public static String markdown() {
        var text = new StringBuilder(HEAD);
        text.append("\n## Keys\n\n| key | variable | form | usual | meaning |\n|---|---|---|---|---|\n");
        for (var setting : sorted()) {
            text.append("| `%s` | `%s` | %s | %s | %s |\n"
                    .formatted(
                            setting.key(),
                            setting.variable(),
                            setting.form().name(),
                            setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                            setting.meaning()));
        }
        text.append("\n## Variables alone\n\n| variable | meaning |\n|---|---|\n");
        BEFORE.forEach((name, meaning) -> text.append("| `%s` | %s |\n".formatted(name, meaning)));
        return text.toString();
    }

    private static List<Setting> sorted() {
        return Settings.known().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }
}
